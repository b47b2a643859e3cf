package io.concertmaster.model.form;

import io.concertmaster.node.data.JsonObject;

/**
 * A form as its file says it. The parts are JSON as they stand there, so that what this program
 * does not know survives; {@link FormLayout} is the typed view of them.
 *
 * @param id a short slug, such as {@code order-approval}
 * @param name what people call it
 * @param schema the JSON Schema (2020-12) of the answer, which is an object
 * @param ui how its fields are laid out: an element of a JSON Forms UI schema
 * @param texts for each language (a BCP 47 tag) its texts by key; the first language is the one in
 *     which the form was made, and stands in for texts that another lacks
 * @param theme looks: {@code accent} (a colour such as {@code #2B6CB0}) and {@code logo}
 * @param unknown other keys of the file, kept as they are
 */
public record Form(
    String id,
    String name,
    JsonObject schema,
    JsonObject ui,
    JsonObject texts,
    JsonObject theme,
    JsonObject unknown) {
  public Form {
    if (id.isBlank()) {
      throw new IllegalArgumentException("a form needs an id");
    }
  }

  /** An empty form in a language: no fields, one column. */
  public static Form empty(String id, String name, String language) {
    return new Form(
        id,
        name,
        JsonObject.of("type", "object", "properties", JsonObject.empty()),
        JsonObject.of(
            "type", "VerticalLayout", "elements", io.concertmaster.node.data.JsonArray.empty()),
        JsonObject.of(language, JsonObject.empty()),
        JsonObject.empty(),
        JsonObject.empty());
  }

  /** The same with another name. */
  public Form withName(String other) {
    return new Form(id, other, schema, ui, texts, theme, unknown);
  }

  /** The same with another schema. */
  public Form withSchema(JsonObject other) {
    return new Form(id, name, other, ui, texts, theme, unknown);
  }

  /** The same with another layout. */
  public Form withUi(JsonObject other) {
    return new Form(id, name, schema, other, texts, theme, unknown);
  }

  /** The same with other texts. */
  public Form withTexts(JsonObject other) {
    return new Form(id, name, schema, ui, other, theme, unknown);
  }

  /** The same with other looks. */
  public Form withTheme(JsonObject other) {
    return new Form(id, name, schema, ui, texts, other, unknown);
  }
}
