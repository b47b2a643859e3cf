package io.concertmaster.forms;

import io.concertmaster.model.form.ElementPath;
import io.concertmaster.model.form.Form;
import io.concertmaster.model.form.FormElement;
import io.concertmaster.model.form.FormElement.Field;
import io.concertmaster.model.form.FormLayout;
import io.concertmaster.model.form.Rule;
import io.concertmaster.model.form.Rule.Condition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds for what a form cannot be used at all: in its layout, its schema and its rules. */
final class FormFaults {
  private final FormLayout layout;
  private final List<FormFault> faults = new ArrayList<>();

  /** The fields by the places of their schemas. */
  private final Map<String, ElementPath> fields = new LinkedHashMap<>();

  private FormFaults(FormLayout layout) {
    this.layout = layout;
  }

  /** The faults of a form: those of its layout first, then its schema's, then its rules'. */
  static List<FormFault> of(Form form) {
    FormFaults found = new FormFaults(FormLayout.of(form));
    found.layout();
    found.schema(form);
    found.rules(found.layout.root());
    return List.copyOf(found.faults);
  }

  private void layout() {
    layout
        .problems()
        .forEach(each ->
            faults.add(
                new FormFault(Optional.of(each.at()), each.at().toString(), each.message())));
  }

  private void schema(Form form) {
    fields(layout.root(), SchemaFault.TOP);
    if (form.schema().get("type") instanceof String type && !type.equals("object")) {
      faults.add(
          new FormFault(
              Optional.empty(),
              SchemaFault.member(SchemaFault.TOP, "type"),
              "an answer is an object, so that nothing fits “" + type + "”: write \"object\""));
    }
    List<SchemaFault> wrong = SchemaFault.of(form.schema());
    for (SchemaFault each : wrong) {
      faults.add(new FormFault(owner(each.place()), each.place(), each.message()));
    }
    if (wrong.isEmpty()) {
      try {
        Schemas.of(form.schema());
      } catch (IllegalArgumentException e) {
        faults.add(
            new FormFault(
                Optional.empty(),
                SchemaFault.TOP,
                "the schema cannot be used: " + e.getMessage() + ": correct it"));
      }
    }
  }

  /** Learns where the schemas of the fields stand. */
  private void fields(FormElement element, String around) {
    if (element instanceof Field field) {
      String place = around;
      for (String name : field.scope().names()) {
        place = SchemaFault.member(SchemaFault.member(place, "properties"), name);
      }
      fields.put(place, field.at());
      String entries = SchemaFault.member(place, "items");
      field.detail().ifPresent(detail -> fields(detail, entries));
    }
    element.elements().forEach(each -> fields(each, around));
  }

  /** The innermost field to whose schema a place belongs. */
  private Optional<ElementPath> owner(String place) {
    String longest = "";
    for (String each : fields.keySet()) {
      boolean within =
          place.equals(each) || place.startsWith(each + ".") || place.startsWith(each + "[");
      if (within && each.length() > longest.length()) {
        longest = each;
      }
    }
    return Optional.ofNullable(fields.get(longest));
  }

  private void rules(FormElement element) {
    element.rule().map(Rule::condition).ifPresent(each -> condition(element, each));
    element.elements().forEach(this::rules);
    if (element instanceof Field field) {
      field.detail().ifPresent(this::rules);
    }
  }

  private void condition(FormElement element, Condition condition) {
    switch (condition) {
      case Rule.All all -> all.conditions().forEach(each -> condition(element, each));
      case Rule.Any any -> any.conditions().forEach(each -> condition(element, each));
      case Rule.Fits fits -> {
        try {
          Schemas.of(fits.schema());
        } catch (IllegalArgumentException e) {
          faults.add(
              new FormFault(
                  Optional.of(element.at()),
                  element.at() + ".rule",
                  "the rule cannot be used: " + e.getMessage() + ": correct its schema"));
        }
      }
    }
  }
}
