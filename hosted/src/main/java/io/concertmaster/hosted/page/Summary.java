package io.concertmaster.hosted.page;

import io.concertmaster.forms.FormProblem;
import io.concertmaster.forms.Messages;
import io.concertmaster.forms.Spot;
import io.concertmaster.model.form.FormElement;
import io.concertmaster.model.form.FormElement.Field;
import io.concertmaster.model.form.FormLayout;
import io.concertmaster.model.form.FormTexts;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What is wrong with a page, with a way to each field; the script and the browser go there first.
 *
 * @param id of the field at a place in the answer, a JSON Pointer
 */
record Summary(Markup page, FormTexts texts, Messages messages, UnaryOperator<String> id) {
  /**
   * A field as the summary names it.
   *
   * @param first what the id of its first control has behind the field's own
   */
  private record Named(String label, String first) {}

  /** Writes it; nothing where nothing is wrong. */
  void write(FormElement root, Filling.Show show) {
    if (show.problems().isEmpty()) {
      return;
    }
    page.open("div").with("class", "summary").with("role", "alert").with("tabindex", "-1");
    page.with("id", "summary");
    page.line("h2", messages.say("summary", show.problems().size()));
    page.open("ul");
    Map<String, Named> fields = new HashMap<>();
    named(root, "", "", show.answer(), fields);
    for (FormProblem each : show.problems()) {
      Named field = fields.getOrDefault(each.pointer(), new Named("", ""));
      page.open("li").open("a").with("href", "#" + id.apply(each.pointer()) + field.first());
      if (!field.label().isEmpty()) {
        page.line("bdi", field.label()).text(": ");
      }
      page.text(each.message()).close().close();
    }
    page.close().close();
  }

  /** What the fields are called, those of an entry with the entry's name before. */
  private void named(
      FormElement element,
      String entry,
      String before,
      JsonObject data,
      Map<String, Named> fields) {
    for (Field field : FormLayout.fields(element)) {
      String pointer = Spot.pointer(field, entry);
      fields.put(pointer, new Named(before + texts.label(field), Controls.first(field)));
      if (field.detail().isPresent()
          && field.scope().value(data).orElse(null) instanceof JsonArray entries) {
        EntryName one = new EntryName(texts, messages, field);
        for (int i = 0; i < entries.size(); i++) {
          if (entries.get(i) instanceof JsonObject each) {
            named(field.detail().get(), pointer + "/" + i, one.heading(i) + ", ", each, fields);
          }
        }
      }
    }
  }
}
