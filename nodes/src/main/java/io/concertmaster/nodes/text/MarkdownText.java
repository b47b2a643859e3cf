package io.concertmaster.nodes.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** A Markdown text that grows while the elements of an HTML document are walked through. */
final class MarkdownText {
  private static final Set<String> BLOCKS =
      Set.of(
          "address",
          "article",
          "aside",
          "blockquote",
          "body",
          "center",
          "dd",
          "details",
          "dialog",
          "dir",
          "div",
          "dl",
          "dt",
          "fieldset",
          "figcaption",
          "figure",
          "footer",
          "form",
          "frameset",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "header",
          "hgroup",
          "hr",
          "html",
          "main",
          "menu",
          "nav",
          "ol",
          "p",
          "pre",
          "section",
          "table",
          "ul");
  private static final Set<String> IGNORED =
      Set.of(
          "area",
          "audio",
          "base",
          "canvas",
          "datalist",
          "embed",
          "head",
          "iframe",
          "input",
          "link",
          "map",
          "meta",
          "meter",
          "noframes",
          "object",
          "optgroup",
          "option",
          "param",
          "progress",
          "rp",
          "rt",
          "rtc",
          "ruby",
          "script",
          "select",
          "source",
          "style",
          "template",
          "textarea",
          "title",
          "track",
          "video",
          "noscript");

  /** Elements whose own form is made anew each time; leaving them out by name has no effect. */
  private static final Set<String> ALWAYS =
      Set.of("h1", "h2", "h3", "h4", "h5", "h6", "a", "img", "li", "ol", "ul", "code", "table");

  private static final Pattern LINE_END_BLANKS = Pattern.compile("(\\S)[ \\t]+(?=\\n|$)");

  private final HtmlMarkdown options;
  private final Set<String> addresses;
  private StringBuilder text = new StringBuilder();
  private int listLevel;
  private boolean verbatim;

  MarkdownText(HtmlMarkdown options) {
    this.options = options;
    this.addresses = new LinkedHashSet<>();
  }

  /** The text of a document. */
  String of(Document document, String html) {
    if (html.matches("(?s)\\s*<!(?i:doctype)[^>]*>\\s.*")
        || html.matches("(?s)\\s*<html[^>]*>\\s.*")) {
      text.append(' ');
    }
    children(document.body());
    String result = text.toString().replaceFirst("^\\n+", "").replaceFirst("\\s+$", "");
    if (result.startsWith(" ") && !text.isEmpty() && text.charAt(0) == ' ') {
      result = " " + result.substring(1);
    }
    result =
        result.replaceAll(
            "\\n{" + (options.mostNewlines() + 1) + ",}",
            "\n".repeat((int) options.mostNewlines()));
    StringBuilder references = new StringBuilder();
    int number = 1;
    for (String address : addresses) {
      references.append("\n[").append(number++).append("]: ").append(address);
    }
    return references.isEmpty() ? result : result + "\n" + references;
  }

  private void children(Node parent) {
    for (Node child : parent.childNodes()) {
      if (child instanceof TextNode words) {
        words(words.getWholeText());
      } else if (child instanceof Element element) {
        element(element);
      }
    }
  }

  private void words(String words) {
    if (verbatim) {
      text.append(words);
      return;
    }
    if (words.isBlank()) {
      if (text.isEmpty() || !Character.isWhitespace(text.charAt(text.length() - 1))) {
        text.append(' ');
      }
      return;
    }
    String plain = words.replaceAll("[ \\t\\r\\n]+", " ");
    boolean lineStart = text.isEmpty() || text.charAt(text.length() - 1) <= ' ';
    text.append(options.escaped(lineStart ? plain.stripLeading() : plain));
  }

  private void element(Element element) {
    String name = element.normalName();
    if (IGNORED.contains(name) || (options.ignored().contains(name) && !ALWAYS.contains(name))) {
      return;
    }
    boolean block = BLOCKS.contains(name) || options.blocks().contains(name);
    int lines = !block ? 0 : (name.equals("ul") || name.equals("ol")) && listLevel > 0 ? 1 : 2;
    lines(lines);
    switch (name) {
      case "br" -> text.append(verbatim ? "\n" : "  \n");
      case "hr" -> text.append("---");
      case "h1", "h2", "h3", "h4", "h5", "h6" -> {
        String content = inside(element).strip();
        if (!content.isEmpty()) {
          text.append("#".repeat(name.charAt(1) - '0')).append(' ').append(content);
        }
      }
      case "b", "strong" -> around(element, options.strong());
      case "i", "em" -> around(element, options.emphasis());
      case "del", "s", "strike" -> around(element, "~~");
      case "a" -> link(element);
      case "img" -> image(element);
      case "ul", "ol" -> list(element);
      case "li" -> item(element, options.bullet() + " ");
      case "blockquote" ->
          text.append(
              inside(element)
                  .replaceAll("^\\s*\\n|\\s+$", "")
                  .strip()
                  .replaceAll("(?m)^(>*)[ \\t]?", ">$1 "));
      case "code" -> code(element);
      case "pre" -> {
        if (element.childrenSize() == 1 && element.child(0).nameIs("code")) {
          codeBlock(element.child(0));
        } else {
          codeBlock(element);
        }
      }
      case "table" -> text.append(MarkdownTable.of(element, this::cell));
      default -> children(element);
    }
    lines(lines);
  }

  /** The content of an element as a text of its own. */
  private String inside(Element element) {
    StringBuilder outer = text;
    text = new StringBuilder();
    children(element);
    String content = text.toString();
    text = outer;
    return content;
  }

  private String cell(Element element) {
    return inside(element).strip().replaceAll("\\s*\\n\\s*", " ").replace("|", "\\|");
  }

  /** Ends the line and leaves so many line breaks. */
  private void lines(int wanted) {
    if (wanted == 0 || text.isEmpty()) {
      return;
    }
    if (!text.toString().isBlank()) {
      while (text.charAt(text.length() - 1) == ' ' && !text.toString().endsWith("  \n")) {
        text.setLength(text.length() - 1);
      }
    }
    int there = 0;
    while (there < text.length() && text.charAt(text.length() - 1 - there) == '\n') {
      there++;
    }
    text.append("\n".repeat(Math.max(0, wanted - there)));
  }

  private void around(Element element, String sign) {
    String content = inside(element);
    if (content.isBlank()) {
      return;
    }
    String before = content.startsWith(" ") && !ended() ? " " : "";
    text.append(before)
        .append(sign)
        .append(content.strip())
        .append(sign)
        .append(content.endsWith(" ") ? " " : "");
  }

  private boolean ended() {
    return text.isEmpty() || Character.isWhitespace(text.charAt(text.length() - 1));
  }

  private void link(Element element) {
    String href = element.attr("href");
    if (href.isEmpty()) {
      children(element);
      return;
    }
    String address =
        href.replace("(", "%28").replace(")", "%29").replace("_", "%5F").replace("*", "%2A");
    if (element.text().equals(href) && !options.references()) {
      text.append('<').append(address).append('>');
      return;
    }
    String content = inside(element).replaceAll("\\n+", " ");
    String title = element.attr("title");
    text.append('[').append(content).append(']');
    if (options.references()) {
      addresses.add(address);
      text.append('[').append(new ArrayList<>(addresses).indexOf(address) + 1).append(']');
    } else {
      text.append('(').append(address);
      text.append(title.isEmpty() ? "" : " \"" + title + "\"").append(')');
    }
  }

  private void image(Element element) {
    String source = element.attr("src");
    if (source.isEmpty()
        || (!options.dataImages() && source.regionMatches(true, 0, "data:", 0, 5))) {
      return;
    }
    String title = element.attr("title");
    text.append("![").append(element.attr("alt")).append("](").append(source);
    text.append(title.isEmpty() ? "" : " \"" + title + "\"").append(')');
  }

  private void list(Element list) {
    int number = 1;
    listLevel++;
    for (Element child : list.children()) {
      if (child.nameIs("li")) {
        item(child, list.nameIs("ol") ? number++ + ". " : options.bullet() + " ");
      } else {
        element(child);
      }
    }
    listLevel--;
  }

  private void item(Element item, String mark) {
    String content = inside(item);
    if (content.isBlank()) {
      return;
    }
    lines(1);
    int level = Math.max(0, listLevel - 1);
    text.append("   ".repeat(level)).append(mark).append(continued(content.strip()));
    lines(1);
  }

  /** Lines of an item behind its first one: they end in a break, and nested items stay theirs. */
  private String continued(String content) {
    List<String> lines = new ArrayList<>();
    for (String line : content.split("\\n+", -1)) {
      lines.add(LINE_END_BLANKS.matcher(line).replaceAll("$1"));
    }
    return String.join("  \n", lines);
  }

  private void code(Element element) {
    boolean before = verbatim;
    verbatim = true;
    String content = inside(element);
    verbatim = before;
    String ticks = "";
    Matcher runs = Pattern.compile("`+").matcher(content);
    while (runs.find()) {
      ticks = runs.group().length() > ticks.length() ? runs.group() : ticks;
    }
    String sign = "`" + ticks;
    String padding = ticks.isEmpty() ? "" : " ";
    text.append(sign).append(padding).append(content).append(padding).append(sign);
  }

  private void codeBlock(Element element) {
    boolean before = verbatim;
    verbatim = true;
    String content = inside(element).replaceFirst("\\n$", "");
    verbatim = before;
    if (options.fence().isEmpty()) {
      text.append(content.replaceAll("(?m)^", "    "));
      return;
    }
    Matcher language = Pattern.compile("language-(\\S+)").matcher(element.attr("class"));
    text.append(options.fence()).append(language.find() ? language.group(1) : "").append('\n');
    text.append(content).append('\n').append(options.fence());
  }
}
