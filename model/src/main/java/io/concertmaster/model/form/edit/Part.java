package io.concertmaster.model.form.edit;

import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;

/** What can be added to a form. */
public enum Part {
  TEXT("Text", "text"),
  LONG_TEXT("Long text", "longText"),
  NUMBER("Number", "number"),
  DATE("Date", "date"),
  TIME("Time", "time"),
  EMAIL("E-mail", "email"),
  SELECT("Select", "select"),
  RADIO("Radio", "radio"),
  CHECKBOX("Checkbox", "checkbox"),
  MULTI_SELECT("Multi-select", "several"),
  FILE("File", "file"),
  RATING("Rating", "rating"),
  WORDS("Markdown text", "words"),
  SECTION("Section", "section"),
  COLUMNS("Columns", "columns"),
  PAGE("Page", "page"),
  REPEATED("Repeatable group", "entries");

  private final String label;
  private final String base;

  Part(String label, String base) {
    this.label = label;
    this.base = base;
  }

  /** As people call it, and what a new one is labelled with. */
  public String label() {
    return label;
  }

  /** What a new one is called in the data, or in the texts. */
  String base() {
    return base;
  }

  /** What a new one's value may be; empty for what asks for none. */
  JsonObject schema() {
    return switch (this) {
      case TEXT, LONG_TEXT -> JsonObject.of("type", "string");
      case NUMBER -> JsonObject.of("type", "number");
      case DATE -> JsonObject.of("type", "string", "format", "date");
      case TIME -> JsonObject.of("type", "string", "format", "time-local");
      case EMAIL -> JsonObject.of("type", "string", "format", "email");
      case SELECT, RADIO -> JsonObject.of("type", "string", "enum", choices());
      case CHECKBOX -> JsonObject.of("type", "boolean");
      case MULTI_SELECT ->
          JsonObject.of("type", "array", "items", SELECT.schema()).with("uniqueItems", true);
      case FILE -> JsonObject.of("type", "object", "format", "file");
      case RATING -> JsonObject.of("type", "integer").with("minimum", 1L).with("maximum", 5L);
      case REPEATED -> JsonObject.of("type", "array", "items", entry());
      case WORDS, SECTION, COLUMNS, PAGE -> JsonObject.empty();
    };
  }

  private static JsonArray choices() {
    return JsonArray.of("first", "second");
  }

  private static JsonObject entry() {
    return JsonObject.of("type", "object", "properties", JsonObject.of("text", TEXT.schema()));
  }

  /** Whether it asks for a value. */
  public boolean isField() {
    return !schema().isEmpty();
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
      case WORDS -> JsonObject.of("type", "Label", "options", JsonObject.of("format", "markdown"));
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
