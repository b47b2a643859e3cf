package io.concertmaster.hosted.page;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * HTML that is written by its structure: text and attributes are escaped where they are added, so
 * that no value of a form or an answer can become markup.
 */
final class Markup {
  private static final Set<String> VOID = Set.of("input", "meta", "link", "br", "img", "hr");

  private final StringBuilder html = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();
  private boolean inTag;

  /** Opens an element. Names of elements and attributes are the program's own, never data. */
  Markup open(String element) {
    endTag();
    html.append('<').append(element);
    if (!VOID.contains(element)) {
      open.push(element);
    }
    inTag = true;
    return this;
  }

  /** An attribute of the element that was just opened. */
  Markup with(String attribute, String value) {
    if (!inTag) {
      throw new IllegalStateException(attribute + " comes too late");
    }
    html.append(' ').append(attribute).append("=\"");
    escape(value);
    html.append('"');
    return this;
  }

  /** An attribute that is there or not. */
  Markup flag(String attribute, boolean on) {
    return on ? with(attribute, attribute) : this;
  }

  /** An attribute where there is something to say. */
  Markup unlessEmpty(String attribute, String value) {
    return value.isEmpty() ? this : with(attribute, value);
  }

  /** Text. */
  Markup text(String text) {
    endTag();
    escape(text);
    return this;
  }

  /** An element that holds a text and nothing else. */
  Markup line(String element, String text) {
    return open(element).text(text).close();
  }

  /** A field that nobody sees: it travels with the page. */
  Markup hidden(String name, String value) {
    return open("input").with("type", "hidden").with("name", name).with("value", value);
  }

  /** HTML that is safe already: rendered Markdown, and nothing else. */
  Markup safe(String rendered) {
    endTag();
    html.append(rendered);
    return this;
  }

  /** Closes the innermost element. */
  Markup close() {
    endTag();
    html.append("</").append(open.pop()).append('>');
    return this;
  }

  private void endTag() {
    if (inTag) {
      html.append('>');
      inTag = false;
    }
  }

  private void escape(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '&' -> html.append("&amp;");
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        case '"' -> html.append("&quot;");
        case '\'' -> html.append("&#39;");
        case '\0' -> html.append('\uFFFD');
        default -> html.append(c);
      }
    }
  }

  /** The document; every element must be closed. */
  @Override
  public String toString() {
    if (inTag || !open.isEmpty()) {
      throw new IllegalStateException("still open: " + open);
    }
    return html.toString();
  }
}
