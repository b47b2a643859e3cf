package io.concertmaster.nodes.text;

import io.concertmaster.node.NodeException;
import io.concertmaster.node.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jsoup.Jsoup;

/**
 * How Markdown is made of HTML.
 *
 * @param bullet before the items of lists
 * @param fence around blocks of code; empty: they are indented
 * @param emphasis around what is stressed
 * @param strong around what is stressed more
 * @param ignored names of elements that are left out with all they contain
 * @param blocks names of elements that stand in paragraphs of their own
 * @param dataImages whether images that are part of the page itself are kept
 * @param references whether the addresses of links stand at the end
 * @param mostNewlines how many line breaks may follow each other
 * @param escapeAll what is escaped everywhere
 * @param escapeStart what is escaped at the start of a line
 * @param replacements what is replaced in the texts
 */
record HtmlMarkdown(
    String bullet,
    String fence,
    String emphasis,
    String strong,
    List<String> ignored,
    List<String> blocks,
    boolean dataImages,
    boolean references,
    long mostNewlines,
    Replacement escapeAll,
    Replacement escapeStart,
    List<Replacement> replacements) {

  /** A pattern and what takes its place, {@code $1} standing for a group. */
  record Replacement(Pattern find, String with) {
    static Replacement of(String find, String with, String property) throws NodeException {
      try {
        return new Replacement(Pattern.compile(find, Pattern.MULTILINE), with);
      } catch (PatternSyntaxException e) {
        throw new NodeException("“" + find + "” is no regular expression: " + e.getDescription(), e)
            .atProperty(property);
      }
    }

    String in(String text) {
      return find.matcher(text).replaceAll(with);
    }
  }

  private static final Replacement ALL =
      new Replacement(Pattern.compile("[\\\\`*_~\\[\\]]"), "\\\\$0");
  private static final Replacement START =
      new Replacement(
          Pattern.compile("(?m)^(\\s*?)(\\+\\s|[=>-]|#{1,6}\\s)|(\\d+)(\\.\\s)"), "$1$3\\\\$2$4");

  static HtmlMarkdown of(Parameters settings) throws NodeException {
    String all = settings.text("escapeAll");
    String start = settings.text("escapeStart");
    List<Replacement> replacements = new ArrayList<>();
    for (Parameters entry : settings.entries("replacements")) {
      replacements.add(
          Replacement.of(entry.requiredText("find"), entry.text("with"), "replacements"));
    }
    return new HtmlMarkdown(
        settings.text("bullet"),
        settings.flag("indentCode") ? "" : settings.text("fence"),
        settings.text("emphasis"),
        settings.text("strong"),
        names(settings.texts("ignored")),
        names(settings.texts("blocks")),
        settings.flag("dataImages"),
        settings.flag("references"),
        Math.clamp(settings.wholeNumber("mostNewlines"), 1, 100),
        all.isEmpty() ? ALL : Replacement.of(all, settings.text("escapeAllWith"), "escapeAll"),
        start.isEmpty()
            ? START
            : Replacement.of(start, settings.text("escapeStartWith"), "escapeStart"),
        replacements);
  }

  private static List<String> names(List<String> given) {
    return given.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
  }

  /** The Markdown of a text in HTML. */
  String convert(String html) {
    return new MarkdownText(this).of(Jsoup.parse(html), html);
  }

  /** A text as it may stand in Markdown. */
  String escaped(String text) {
    String kept = text;
    for (Replacement replacement : replacements) {
      kept = replacement.in(kept);
    }
    return escapeStart.in(escapeAll.in(kept));
  }
}
