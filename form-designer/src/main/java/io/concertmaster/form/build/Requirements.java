package io.concertmaster.form.build;

import io.concertmaster.model.form.FormElement.Field;
import io.concertmaster.model.form.Requirement;
import io.concertmaster.model.form.edit.SetRequirements;
import java.util.ArrayList;
import java.util.List;

/** Which fields are asked for only while something holds. */
final class Requirements {
  private Requirements() {}

  /** All that stand beside an element. */
  static List<Requirement> beside(Building building, Field field) {
    return SetRequirements.of(building.form(), building.layout(), field.at());
  }

  /** Those that ask for a field. */
  static List<Requirement> about(Building building, Field field) {
    return beside(building, field).stream()
        .filter(each -> each.field().equals(field.scope()))
        .toList();
  }

  /** Puts one that asks for a field in the place of others that do. */
  static SetRequirements with(Building building, Field field, List<Requirement> own) {
    List<Requirement> all = new ArrayList<>(beside(building, field));
    all.removeIf(each -> each.field().equals(field.scope()));
    all.addAll(own);
    return new SetRequirements(field.at(), all);
  }
}
