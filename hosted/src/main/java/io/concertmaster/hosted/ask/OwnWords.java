package io.concertmaster.hosted.ask;

import io.concertmaster.model.form.Form;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A node's own title, text and button, where they are given, on the form that it asks with. */
final class OwnWords {
  private OwnWords() {}

  /**
   * A form of a file with the words of the node that names it; they go before the file's in every
   * language.
   *
   * @param asked {@code title}, {@code text} or {@code description}, {@code button}
   */
  static Form on(Form form, JsonObject asked) {
    JsonObject own = JsonObject.empty();
    own = unlessBlank(own, "form.title", asked.get("title"));
    own = unlessBlank(own, "form.submit", asked.get("button"));
    boolean task = "task".equals(asked.get("kind"));
    if (!task) {
      Object text = asked.containsKey("text") ? asked.get("text") : asked.get("description");
      own = unlessBlank(own, "form.description", text);
    }
    Form worded = form.withTexts(before(form.texts(), own));
    return task ? described(worded, asked) : worded;
  }

  /** The form with the description of its task, which is Markdown, before all that it asks. */
  static Form described(Form form, JsonObject asked) {
    if (!(asked.get("text") instanceof String text) || text.isBlank()) {
      return form;
    }
    JsonObject label =
        JsonObject.of("type", "Label", "text", text)
            .with("options", JsonObject.of("format", "markdown"));
    return form.withUi(within(form.ui(), label));
  }

  /** A form with pages has it on the first of them. */
  private static JsonObject within(JsonObject ui, JsonObject label) {
    if ("Categorization".equals(ui.get("type"))
        && ui.get("elements") instanceof JsonArray pages
        && !pages.isEmpty()
        && pages.get(0) instanceof JsonObject first
        && first.get("elements") instanceof JsonArray elements) {
      return ui.with("elements", replaced(pages, first.with("elements", led(elements, label))));
    }
    return JsonObject.of("type", "VerticalLayout", "elements", JsonArray.of(label, ui));
  }

  private static JsonArray replaced(JsonArray pages, JsonObject first) {
    List<Object> all = new ArrayList<>(pages);
    all.set(0, first);
    return JsonArray.copyOf(all);
  }

  private static JsonArray led(JsonArray elements, JsonObject label) {
    List<Object> all = new ArrayList<>();
    all.add(label);
    all.addAll(elements);
    return JsonArray.copyOf(all);
  }

  private static JsonObject before(JsonObject texts, JsonObject own) {
    if (own.isEmpty()) {
      return texts;
    }
    JsonObject all = texts.isEmpty() ? JsonObject.of("en", own) : texts;
    for (Map.Entry<String, Object> each : texts.entrySet()) {
      if (each.getValue() instanceof JsonObject said) {
        all = all.with(each.getKey(), said.withAll(own));
      }
    }
    return all;
  }

  private static JsonObject unlessBlank(JsonObject object, String name, @Nullable Object value) {
    return value instanceof String text && !text.isBlank() ? object.with(name, text) : object;
  }
}
