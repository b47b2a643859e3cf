package io.concertmaster.model.form.edit;

import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;

/** What can be added to a form. */
public enum Part {
  TEXT("Text", "text", JsonObject.of("type", "string")),
  LONG_TEXT("Long text", "longText", JsonObject.of("type", "string")),
  NUMBER("Number", "number", JsonObject.of("type", "number")),
  DATE("Date", "date", JsonObject.of("type", "string", "format", "date")),
  TIME("Time", "time", JsonObject.of("type", "string", "format", "time-local")),
  EMAIL("E-mail", "email", JsonObject.of("type", "string", "format", "email")),
  SELECT("Select", "select", JsonObject.of("type", "string", "enum", choices())),
  RADIO("Radio", "radio", JsonObject.of("type", "string", "enum", choices())),
  CHECKBOX("Checkbox", "checkbox", JsonObject.of("type", "boolean")),
  MULTI_SELECT(
      "Multi-select",
      "several",
      JsonObject.of("type", "array", "items", JsonObject.of("type", "string", "enum", choices()))
          .with("uniqueItems", true)),
  FILE("File", "file", JsonObject.of("type", "object", "format", "file")),
  RATING("Rating", "rating", JsonObject.of("type", "integer").with("minimum", 1L).with("maximum", 5L)),
  WORDS("Markdown text", "words", JsonObject.empty()),
  SECTION("Section", "section", JsonObject.empty()),
  COLUMNS("Columns", "columns", JsonObject.empty()),
  PAGE("Page", "page", JsonObject.empty()),
  REPEATED(
      "Repeatable group",
      "entries",
      JsonObject.of(
          "type",
          "array",
          "items",
          JsonObject.of(
              "type", "object", "properties", JsonObject.of("text", JsonObject.of("type", "string")))));

  private final String label;
  private final String base;
  private final JsonObject schema;

  Part(String label, String base, JsonObject schema) {
    this.label = label;
    this.base = base;
    this.schema = schema;
  }

  private static JsonArray choices() {
    return JsonArray.of("first", "second");
  }

  /** As people call it, and what a new one is labelled with. */
  public String label() {
    return label;
  }

  /** What a new one is called in the data, or in the texts. */
  String base() {
    return base;
  }

  /** What a new one's value may be. */
  JsonObject schema() {
    return schema;
  }

  /** Whether it asks for a value. */
  public boolean isField() {
    return !schema.isEmpty();
  }

  /** The element of a new one, without its scope and key. */
  JsonObject element() {
    return switch (this) {
      case LONG_TEXT -> control(JsonObject.of("multi", true));
      case RADIO -> control(JsonObject.of("format", "radio"));
      case RATING -> control(JsonObject.of("format", "rating"));
      case REPEATED ->
          control(
              JsonObject.of(
                  "detail",
                  JsonObject.of(
                      "type",
                      "VerticalLayout",
                      "elements",
                      JsonArray.of(
                          JsonObject.of("type", "Control", "scope", "#/properties/text")))));
      case WORDS ->
          JsonObject.of("type", "Label", "options", JsonObject.of("format", "markdown"));
      case SECTION -> JsonObject.of("type", "Group", "elements", JsonArray.empty());
      case COLUMNS -> JsonObject.of("type", "HorizontalLayout", "elements", JsonArray.empty());
      case PAGE -> JsonObject.of("type", "Category", "elements", JsonArray.empty());
      case TEXT, NUMBER, DATE, TIME, EMAIL, SELECT, CHECKBOX, MULTI_SELECT, FILE ->
          control(JsonObject.empty());
    };
  }

  private static JsonObject control(JsonObject options) {
    JsonObject control = JsonObject.of("type", "Control", "scope", "");
    return options.isEmpty() ? control : control.with("options", options);
  }
}
