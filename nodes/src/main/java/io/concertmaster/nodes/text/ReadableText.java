package io.concertmaster.nodes.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * HTML as a person reads it: paragraphs with an empty line between them, headings in capitals,
 * lists with stars or numbers, links with their address in brackets, lines of 80 characters.
 */
final class ReadableText {
  private static final int WIDTH = 80;

  private final StringBuilder text = new StringBuilder();
  private final StringBuilder line = new StringBuilder();
  private final Deque<String> indents = new ArrayDeque<>();
  private String bullet = "";
  private int breaks;
  private boolean preformatted;
  private boolean capitals;

  private ReadableText() {}

  /** The text inside an element without what some selectors match. */
  static String of(Element element, String skip) {
    Element copy = element.clone();
    copy.select("script, style, head, template").remove();
    if (!skip.isBlank()) {
      copy.children().select(skip).remove();
    }
    ReadableText readable = new ReadableText();
    readable.children(copy);
    readable.finishLine();
    return readable.text.toString();
  }

  private void children(Element element) {
    int number = 1;
    for (Node child : element.childNodes()) {
      if (child instanceof TextNode words) {
        words(words.getWholeText());
      } else if (child instanceof Element inner) {
        if (inner.nameIs("li")) {
          bullet = element.nameIs("ol") ? " " + number++ + ". " : " * ";
        }
        element(inner);
      }
    }
  }

  private void element(Element element) {
    switch (element.normalName()) {
      case "br" -> {
        finishLine();
        breaks = Math.max(breaks, 1);
      }
      case "hr" -> block(2, () -> line.append("-".repeat(WIDTH)));
      case "img" -> {
        String alt = element.attr("alt");
        String source = element.attr("src");
        words((alt + " " + (source.isEmpty() ? "" : "[" + source + "]")).strip());
      }
      case "a" -> {
        children(element);
        String address = element.attr("href").replaceFirst("^mailto:", "");
        if (!address.isEmpty()) {
          line.append(line.isEmpty() || line.toString().endsWith(" ") ? "" : " ");
          line.append('[').append(address).append(']');
        }
      }
      case "h1", "h2", "h3", "h4", "h5", "h6" ->
          block(
              text.isEmpty() ? 2 : 3,
              () -> {
                capitals = true;
                children(element);
                capitals = false;
              });
      case "p", "table" -> block(2, () -> children(element));
      case "ul", "ol" -> block(element.parents().is("li") ? 1 : 2, () -> children(element));
      case "li" -> item(element);
      case "blockquote" -> indented("> ", 2, element);
      case "pre" ->
          block(
              2,
              () -> {
                preformatted = true;
                children(element);
                finishLine();
                preformatted = false;
              });
      case "div",
          "section",
          "article",
          "main",
          "header",
          "footer",
          "nav",
          "aside",
          "tr",
          "form",
          "body" ->
          block(1, () -> children(element));
      default -> children(element);
    }
  }

  private void item(Element element) {
    String mark = bullet;
    finishLine();
    breaks = Math.max(breaks, 1);
    flushBreaks();
    text.append(String.join("", indents.reversed())).append(mark);
    indents.push(" ".repeat(mark.length()));
    int start = text.length();
    children(element);
    finishLine(start);
    indents.pop();
    breaks = 1;
  }

  private void indented(String prefix, int space, Element element) {
    block(
        space,
        () -> {
          indents.push(prefix);
          children(element);
          finishLine();
          indents.pop();
        });
  }

  private void block(int space, Runnable content) {
    finishLine();
    breaks = Math.max(breaks, space);
    content.run();
    finishLine();
    breaks = Math.max(breaks, Math.min(space, 2));
  }

  private void words(String given) {
    String words = capitals ? given.toUpperCase(Locale.ROOT) : given;
    if (preformatted) {
      line.append(words);
      return;
    }
    String plain = words.replaceAll("[\\s&&[^\\u00a0]]+", " ");
    boolean spaced = line.isEmpty() || line.charAt(line.length() - 1) == ' ';
    line.append(spaced && plain.startsWith(" ") ? plain.substring(1) : plain);
  }

  private void finishLine() {
    finishLine(-1);
  }

  /** Writes what was collected; right behind a bullet that was written at a place. */
  private void finishLine(int bulletEnd) {
    String words = preformatted ? line.toString().stripTrailing() : line.toString().strip();
    line.setLength(0);
    if (words.isEmpty()) {
      return;
    }
    boolean behindBullet =
        bulletEnd == text.length()
            || (!text.isEmpty()
                && (endsWith(" * ") || text.toString().matches("(?s).* \\d+\\. $")));
    String indent = String.join("", indents.reversed());
    if (!behindBullet) {
      flushBreaks();
      text.append(indent);
    }
    String wrapped = preformatted ? words : wrapped(words, WIDTH - indent.length());
    text.append(wrapped.replace("\n", "\n" + indent));
    breaks = 1;
  }

  private boolean endsWith(String end) {
    return text.length() >= end.length()
        && text.substring(text.length() - end.length()).equals(end);
  }

  private void flushBreaks() {
    if (!text.isEmpty()) {
      text.append("\n".repeat(Math.max(1, breaks)));
    }
    breaks = 0;
  }

  private static String wrapped(String words, int width) {
    StringBuilder lines = new StringBuilder();
    int length = 0;
    for (String word : words.split(" ", -1)) {
      if (length > 0 && length + 1 + word.length() > width) {
        lines.append('\n');
        length = 0;
      } else if (length > 0) {
        lines.append(' ');
        length++;
      }
      lines.append(word);
      length += word.length();
    }
    return lines.toString();
  }
}
