package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a form asks for, in n8n's words and in ours. */
final class FormFields {
  private FormFields() {}

  private static final Set<String> TYPES =
      Set.of(
          "text",
          "textarea",
          "number",
          "email",
          "password",
          "date",
          "dropdown",
          "radio",
          "checkbox",
          "file",
          "hiddenField",
          "html");

  /** Our fields for n8n's {@code formFields.values}. */
  static JsonArray read(List<JsonObject> given, Findings findings) {
    List<JsonObject> fields = new ArrayList<>();
    for (JsonObject theirs : given) {
      String type = theirs.get("fieldType") instanceof String text ? text : "text";
      if (!TYPES.contains(type)) {
        findings.approximated(
            "formFields.values[" + fields.size() + "].fieldType",
            "“" + type + "” is no type of field here: it asks for a text");
        type = "text";
      }
      boolean shown = type.equals("html") || type.equals("hiddenField");
      Object label =
          theirs.get(shown ? (type.equals("html") ? "elementName" : "fieldName") : "fieldLabel");
      JsonObject field =
          JsonObject.of(
              "label",
              label == null || label.toString().isBlank() ? "field" + (fields.size() + 1) : label);
      if (!type.equals("text")) {
        field = field.with("type", type);
      }
      if (!shown && theirs.get("fieldName") instanceof String name && !name.isEmpty()) {
        field = field.with("name", name);
      }
      Object text = type.equals("html") ? theirs.get("html") : theirs.get("fieldValue");
      field = shown && text != null ? field.with("text", text) : field;
      if (ForeignNode.value(theirs, "fieldOptions.values") instanceof JsonArray options) {
        field =
            field.with(
                "options",
                JsonArray.copyOf(
                    ForeignNode.objects(options).stream()
                        .map(option -> option.get("option"))
                        .toList()));
      }
      field = Renaming.copied(theirs, "multiselect", field, "several");
      field = Renaming.copied(theirs, "acceptFileTypes", field, "fileTypes");
      field = Renaming.copied(theirs, "placeholder", field, "placeholder");
      fields.add(Renaming.copied(theirs, "requiredField", field, "required"));
    }
    return JsonArray.copyOf(fields);
  }

  /** A form in a file of its own does not go along. */
  static void tellOfFile(JsonObject ours, Findings findings) {
    if (ours.get("form") instanceof String form && !form.isBlank()) {
      findings.leftOut(
          "form", "n8n has no forms in files: build the fields of " + form + " again there");
    }
  }

  /** n8n's fields for ours. */
  static JsonObject write(List<JsonObject> ours) {
    List<JsonObject> fields = new ArrayList<>();
    for (JsonObject field : ours) {
      String type = field.get("type") instanceof String text ? text : "text";
      JsonObject theirs = JsonObject.of("fieldType", type);
      theirs =
          switch (type) {
            case "html" ->
                Renaming.copied(
                    field, "text", Renaming.copied(field, "label", theirs, "elementName"), "html");
            case "hiddenField" ->
                Renaming.copied(
                    field,
                    "text",
                    Renaming.copied(field, "label", theirs, "fieldName"),
                    "fieldValue");
            default ->
                Renaming.copied(
                    field,
                    "name",
                    Renaming.copied(field, "label", theirs, "fieldLabel"),
                    "fieldName");
          };
      if (field.get("options") instanceof JsonArray options) {
        List<JsonObject> values =
            options.stream().map(option -> JsonObject.of("option", option)).toList();
        theirs = theirs.with("fieldOptions", JsonObject.of("values", JsonArray.copyOf(values)));
      }
      theirs = Renaming.copied(field, "several", theirs, "multiselect");
      theirs = Renaming.copied(field, "fileTypes", theirs, "acceptFileTypes");
      theirs = Renaming.copied(field, "placeholder", theirs, "placeholder");
      fields.add(Renaming.copied(field, "required", theirs, "requiredField"));
    }
    return JsonObject.of("values", JsonArray.copyOf(fields));
  }
}
