package io.concertmaster.nodes.text;

import io.concertmaster.node.NodeException;
import io.concertmaster.node.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;

/**
 * Makes HTML of Markdown.
 *
 * @param tables whether tables are known
 * @param strikethrough whether {@code ~~text~~} is known
 * @param taskLists whether {@code - [x]} is known
 * @param lineBreaks whether every line break of the source is one of the result
 * @param linkAddresses whether a bare web address becomes a link
 * @param newWindow whether links open in a new window
 * @param headingIds {@code plain}, {@code dashes} or {@code none}
 * @param idPrefix before the ids of headings
 * @param firstLevel the level of the biggest heading
 * @param spaceBehindHash whether {@code #Heading} is no heading
 * @param wholeDocument whether the result is a whole page
 */
record MarkdownHtml(
    boolean tables,
    boolean strikethrough,
    boolean taskLists,
    boolean lineBreaks,
    boolean linkAddresses,
    boolean newWindow,
    String headingIds,
    String idPrefix,
    long firstLevel,
    boolean spaceBehindHash,
    boolean wholeDocument) {
  private static final Pattern FENCE = Pattern.compile("^\\s{0,3}(```|~~~).*");
  private static final Pattern TIGHT_HEADING = Pattern.compile("^(#{1,6})([^#\\s].*)$");
  private static final Pattern SHY_ITEM = Pattern.compile("^ {1,3}(?=([*+-]|\\d+[.])\\s)");

  static MarkdownHtml of(Parameters settings) throws NodeException {
    return new MarkdownHtml(
        settings.flag("tables"),
        settings.flag("strikethrough"),
        settings.flag("taskLists"),
        settings.flag("lineBreaks"),
        settings.flag("linkAddresses"),
        settings.flag("newWindow"),
        settings.text("headingIds"),
        settings.text("idPrefix"),
        Math.clamp(settings.wholeNumber("firstLevel"), 1, 6),
        settings.flag("spaceBehindHash"),
        settings.flag("wholeDocument"));
  }

  /** The HTML of a text. */
  String convert(String markdown) {
    List<Extension> extensions = new ArrayList<>();
    if (tables) {
      extensions.add(TablesExtension.create());
    }
    if (strikethrough) {
      extensions.add(StrikethroughExtension.builder().requireTwoTildes(true).build());
    }
    Parser parser = Parser.builder().extensions(extensions).build();
    String html = new HtmlBlocks(this).of(parser.parse(prepared(markdown)));
    return wholeDocument
        ? "<!DOCTYPE HTML>\n<html>\n<head>\n<meta charset=\"utf-8\">\n</head>\n<body>\n"
            + html
            + "\n</body>\n</html>"
        : html;
  }

  /** Source that people write loosely: {@code #Heading}, and items of a list indented a little. */
  private String prepared(String markdown) {
    StringBuilder source = new StringBuilder();
    boolean fenced = false;
    for (String line : markdown.split("\\r\\n|\\n|\\r", -1)) {
      String kept = line;
      if (FENCE.matcher(line).matches()) {
        fenced = !fenced;
      } else if (!fenced) {
        kept = SHY_ITEM.matcher(line).replaceFirst("");
        kept = spaceBehindHash ? kept : TIGHT_HEADING.matcher(kept).replaceFirst("$1 $2");
      }
      source.append(kept).append('\n');
    }
    return source.toString();
  }
}
