package io.concertmaster.hosted.page;

import io.concertmaster.forms.FormCheck;
import io.concertmaster.forms.FormException;
import io.concertmaster.hosted.page.Filling.Next;
import io.concertmaster.hosted.page.Filling.Show;
import io.concertmaster.model.form.Form;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A browser without scripts, in front of a form. */
final class PlainBrowser {
  private final Filling filling;
  private Next shown;

  private PlainBrowser(Filling filling, JsonObject known) {
    this.filling = filling;
    this.shown = filling.begin(known);
  }

  /**
   * Opens a form.
   *
   * @param properties of its schema, as JSON
   * @param required names of properties, as a JSON list
   * @param ui its layout, as JSON
   * @param known what is filled in already, as JSON
   */
  static PlainBrowser open(String properties, String required, String ui, String known)
      throws FormException {
    Form form =
        Form.empty("a", "A", "en")
            .withSchema(
                Json.parseObject(
                    "{\"type\": \"object\", \"properties\": {%s}, \"required\": %s}"
                        .formatted(properties, required)))
            .withUi(Json.parseObject(ui))
            .withTexts(Json.parseObject("{\"en\": {\"note.placeholder\": \"Say more\"}}"));
    return new PlainBrowser(
        new Filling(FormCheck.of(form), List.of("en")), Json.parseObject(known));
  }

  /** What is shown now: a page or the end. */
  Next shown() {
    return shown;
  }

  /** The page that is shown now. */
  Document page() {
    return Jsoup.parse(
        FormPage.of(
            filling,
            (Show) shown,
            new FormPage.Surroundings(
                "/forms/", "?", Map.of(), List.of("en"), Optional.empty(), List.of(), "")));
  }

  /** A control of the page that is shown now. */
  Element control(String name) {
    return page().select("form [name=\"" + name + "\"]").getFirst();
  }

  /**
   * Sends the page by a button.
   *
   * @param typed what a person fills in, by the names of controls; an empty text leaves a box
   *     without a tick
   */
  PlainBrowser send(String wish, Map<String, String> typed) {
    return posted(wish, fields(typed));
  }

  /** Sends what no page would send. */
  PlainBrowser posted(String wish, Map<String, List<String>> sent) {
    shown = next(wish, new Posted(sent));
    return this;
  }

  /** What comes of texts that are sent; what is shown stays. */
  Next next(String wish, Posted sent) {
    JsonObject before = Json.parseObject(control("answer").attr("value"));
    return filling.after(before, Integer.parseInt(control("page").attr("value")), wish, sent);
  }

  /** What a script would be told of the fields that cannot be filled in. */
  String closed(Show show) {
    return FormPage.closed(filling, show);
  }

  /** What a script would be told to disable. */
  List<String> disabled(Show show) {
    return FormPage.disabled(filling, show);
  }

  /** What the page would send: nothing of controls that are disabled. */
  Map<String, List<String>> fields(Map<String, String> typed) {
    Map<String, List<String>> sent = new LinkedHashMap<>();
    for (Element control : page().select("form input, form select, form textarea")) {
      String name = control.attr("name");
      String value = control.attr("value");
      if (control.tagName().equals("textarea")) {
        value = control.wholeText();
      } else if (control.tagName().equals("select")) {
        value = control.select("option[selected]").attr("value");
      }
      boolean box = List.of("radio", "checkbox").contains(control.attr("type"));
      boolean on = control.hasAttr("checked");
      if (typed.containsKey(name)) {
        String wanted = String.valueOf(typed.get(name));
        on = value.equals(wanted);
        value = wanted;
      }
      boolean closed = control.hasAttr("disabled") || control.closest("fieldset[disabled]") != null;
      if (!closed && (on || !box)) {
        sent.computeIfAbsent(name, each -> new ArrayList<>()).add(value);
      }
    }
    return sent;
  }
}
