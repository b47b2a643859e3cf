package io.concertmaster.nodes.text;

import io.concertmaster.node.NodeException;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.PropertyKind.Option;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/**
 * One value that is taken out of HTML.
 *
 * @param as the field it goes into
 * @param take {@code text}, {@code readable}, {@code html}, {@code attribute} or {@code value}
 * @param skip selectors of what is left out of a readable text; may be empty
 * @param all whether all elements that match count, as a list
 */
record Taken(String as, String selector, String take, String attribute, String skip, boolean all) {
  static Option[] options() {
    return new Option[] {
      Option.of("text", "Text"),
      Option.of("readable", "Readable text"),
      Option.of("html", "HTML"),
      Option.of("attribute", "Attribute"),
      Option.of("value", "Value of a form's field")
    };
  }

  static Taken of(Parameters entry) throws NodeException {
    return new Taken(
        entry.requiredText("as"),
        entry.requiredText("selector"),
        entry.text("take"),
        entry.text("attribute"),
        entry.text("skip"),
        entry.flag("all"));
  }

  /** The record with the value, where there is one. */
  JsonObject into(JsonObject record, Document document, boolean trim, boolean cleanUp)
      throws NodeException {
    Elements found = found(document);
    if (all) {
      List<@Nullable Object> values = new ArrayList<>();
      for (Element element : found) {
        values.add(value(new Elements(element), trim, cleanUp));
      }
      return record.with(as, JsonArray.copyOf(values));
    }
    String value = value(found, trim, cleanUp);
    return value == null ? record : record.with(as, value);
  }

  private Elements found(Document document) throws NodeException {
    try {
      return document.select(selector);
    } catch (Selector.SelectorParseException e) {
      throw new NodeException("“" + selector + "” is no CSS selector: " + e.getMessage(), e)
          .atProperty("selector");
    }
  }

  private @Nullable String value(Elements found, boolean trim, boolean cleanUp)
      throws NodeException {
    Element first = found.first();
    if (first == null) {
      return null;
    }
    String value =
        switch (take) {
          case "text" -> text(found);
          case "readable" -> ReadableText.of(first, skip);
          case "html" -> first.html();
          case "attribute" -> first.hasAttr(attribute) ? first.attr(attribute) : null;
          case "value" -> formValue(first);
          default ->
              throw new NodeException("“" + take + "” is nothing to take").atProperty("take");
        };
    if (value == null || (value.isEmpty() && (take.equals("text") || take.equals("html")))) {
      return null;
    }
    String kept = trim ? value.strip() : value;
    return cleanUp ? kept.strip().replaceAll("\\r\\n|\\n|\\r", "").replaceAll("\\s+", " ") : kept;
  }

  private static String text(Elements found) {
    StringBuilder text = new StringBuilder();
    for (Element element : found) {
      text.append(element.wholeText());
    }
    return text.toString();
  }

  private static @Nullable String formValue(Element element) {
    if (element.nameIs("select")) {
      Element chosen =
          Objects.requireNonNullElseGet(
              element.selectFirst("option[selected]"),
              () -> Objects.requireNonNullElse(element.selectFirst("option"), element));
      return chosen.hasAttr("value") ? chosen.attr("value") : chosen.text();
    }
    if (element.nameIs("textarea")) {
      return element.wholeText();
    }
    return element.hasAttr("value") ? element.attr("value") : null;
  }
}
