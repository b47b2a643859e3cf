package io.concertmaster.model.form.edit;

import io.concertmaster.model.form.ElementPath;
import io.concertmaster.model.form.Form;
import io.concertmaster.model.form.Rule;
import io.concertmaster.node.data.JsonObject;
import java.util.Optional;

/** Says when an element is shown or may be filled in; empty for always. */
public record SetRule(ElementPath at, Optional<Rule> rule) implements FormEdit {
  @Override
  public Form apply(Form before) {
    Workpiece piece = new Workpiece(before);
    piece.element(at);
    piece.change(at, element -> with(element, rule));
    return piece.form();
  }

  static JsonObject with(JsonObject element, Optional<Rule> rule) {
    return rule.isPresent()
        ? element.with("rule", RuleJson.of(rule.get()))
        : element.without("rule");
  }

  @Override
  public String label() {
    return rule.isPresent() ? "Change rule" : "Delete rule";
  }
}
