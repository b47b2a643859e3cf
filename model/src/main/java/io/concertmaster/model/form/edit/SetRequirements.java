package io.concertmaster.model.form.edit;

import io.concertmaster.model.form.ElementPath;
import io.concertmaster.model.form.Form;
import io.concertmaster.model.form.FormLayout;
import io.concertmaster.model.form.Requirement;
import java.util.List;

/**
 * Says which fields are asked for only while something holds.
 *
 * @param at an element; meant are the fields beside it: of the whole answer, or of an entry
 */
public record SetRequirements(ElementPath at, List<Requirement> all) implements FormEdit {
  public SetRequirements {
    all = List.copyOf(all);
  }

  /** Those that stand beside an element. */
  public static List<Requirement> of(Form form, FormLayout layout, ElementPath at) {
    return Requirement.of(Ground.of(layout, at).schema().object(form.schema()));
  }

  @Override
  public Form apply(Form before) {
    Workpiece piece = new Workpiece(before);
    piece.element(at);
    piece.schema(piece.ground(at).schema(), object -> Requirement.replaced(object, all));
    return piece.form();
  }

  @Override
  public String label() {
    return "Change rule";
  }
}
