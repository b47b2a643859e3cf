package io.concertmaster.hosted.ask;

import io.concertmaster.forms.Messages;
import io.concertmaster.model.form.Form;
import io.concertmaster.model.form.Scope;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/**
 * A form made of the fields that stand in a node: {@code [{label, name?, type?, options?, …}]}. Its
 * texts are the same in all languages of the program, so that what the program says beside them is
 * in the reader's.
 */
final class InlineForm {
  private final JsonObject.Builder properties = JsonObject.builder();
  private final List<Object> elements = new ArrayList<>();
  private final List<Object> required = new ArrayList<>();
  private final JsonObject.Builder texts = JsonObject.builder();

  private InlineForm() {}

  /**
   * The form.
   *
   * @param asked {@code fields}, and {@code title}, {@code text} or {@code description}, and {@code
   *     button} where they are given
   * @param name what it is called without a title
   */
  static Form of(JsonObject asked, String name) {
    InlineForm form = new InlineForm();
    String title = text(asked, "title");
    form.say("form.title", title);
    boolean task = "task".equals(asked.get("kind"));
    if (!task) {
      form.say("form.description", text(asked, asked.containsKey("text") ? "text" : "description"));
    }
    form.say("form.submit", text(asked, "button"));
    if (asked.get("fields") instanceof JsonArray fields) {
      for (Object each : fields) {
        if (each instanceof JsonObject field) {
          form.add(field);
        }
      }
    }
    JsonObject schema = JsonObject.of("type", "object", "properties", form.properties.build());
    if (!form.required.isEmpty()) {
      schema = schema.with("required", JsonArray.copyOf(form.required));
    }
    Form whole =
        Form.empty("inline", title.isEmpty() ? name : title, Messages.LANGUAGES.getFirst())
            .withSchema(schema)
            .withUi(
                JsonObject.of(
                    "type", "VerticalLayout", "elements", JsonArray.copyOf(form.elements)))
            .withTexts(form.inAllLanguages());
    return task ? OwnWords.described(whole, asked) : whole;
  }

  private JsonObject inAllLanguages() {
    JsonObject said = texts.build();
    JsonObject all = JsonObject.empty();
    for (String each : Messages.LANGUAGES) {
      all = all.with(each, said);
    }
    return all;
  }

  private static String text(JsonObject object, String name) {
    return object.get(name) instanceof String text ? text : "";
  }

  private void say(String key, String text) {
    if (!text.isBlank()) {
      texts.put(key, text);
    }
  }

  private void add(JsonObject field) {
    String type = text(field, "type");
    String label = text(field, "label");
    String name = text(field, "name").isEmpty() ? label : text(field, "name");
    if (type.equals("html")) {
      // Shown as text: markup of a workflow never becomes markup of a page.
      elements.add(JsonObject.of("type", "Label", "text", Jsoup.parse(text(field, "text")).text()));
      return;
    }
    if (name.isBlank()) {
      return;
    }
    boolean mandatory = Boolean.TRUE.equals(field.get("required"));
    JsonObject options = JsonObject.empty();
    JsonObject schema = JsonObject.of("type", "string");
    switch (type) {
      case "textarea" -> options = options.with("multi", true);
      case "number" -> schema = JsonObject.of("type", "number");
      case "email" -> schema = schema.with("format", "email");
      case "password" -> options = options.with("format", "password");
      case "date" -> schema = schema.with("format", "date");
      case "dropdown" ->
          schema = Boolean.TRUE.equals(field.get("several")) ? several(field) : chosen(field);
      case "radio" -> {
        schema = chosen(field);
        options = options.with("format", "radio");
      }
      case "checkbox" -> schema = several(field);
      case "file" -> {
        schema = JsonObject.of("type", "object", "format", "file");
        String kinds = text(field, "fileTypes");
        options = kinds.isBlank() ? options : options.with("accept", kinds);
      }
      case "hiddenField" -> {
        options = options.with("format", "hidden");
        String value = text(field, "text");
        schema = value.isEmpty() ? schema : schema.with("default", value);
      }
      default -> {}
    }
    properties.put(name, schema);
    if (mandatory) {
      required.add(name);
    }
    Scope scope = Scope.ROOT.field(name);
    JsonObject control =
        JsonObject.of("type", "Control", "scope", scope.toString()).with("label", label);
    elements.add(options.isEmpty() ? control : control.with("options", options));
    say(scope.key() + ".placeholder", text(field, "placeholder"));
  }

  private static JsonObject chosen(JsonObject field) {
    return JsonObject.of("type", "string", "enum", choices(field.get("options")));
  }

  private static JsonObject several(JsonObject field) {
    return JsonObject.of("type", "array", "uniqueItems", true).with("items", chosen(field));
  }

  private static JsonArray choices(@Nullable Object options) {
    return options instanceof JsonArray list
        ? JsonArray.copyOf(list.stream().map(String::valueOf).distinct().toList())
        : JsonArray.empty();
  }
}
