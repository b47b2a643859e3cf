package io.concertmaster.nodes.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;

/** The blocks of a Markdown text as HTML, one under the other. */
final class HtmlBlocks {
  private final MarkdownHtml options;
  private final HtmlInlines inlines;
  private final Map<String, Integer> ids = new HashMap<>();

  HtmlBlocks(MarkdownHtml options) {
    this.options = options;
    this.inlines = new HtmlInlines(options);
  }

  /** The blocks inside a node. */
  String of(Node parent) {
    List<String> blocks = new ArrayList<>();
    for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
      String block = block(child);
      if (!block.isEmpty()) {
        blocks.add(block);
      }
    }
    return String.join("\n", blocks);
  }

  private String block(Node node) {
    return switch (node) {
      case Heading heading -> heading(heading);
      case Paragraph paragraph -> "<p>" + inlines.of(paragraph) + "</p>";
      case BlockQuote quote ->
          "<blockquote>\n" + of(quote).replaceAll("(?m)^(?=.)", "  ") + "\n</blockquote>";
      case BulletList list -> "<ul>\n" + items(list) + "\n</ul>";
      case OrderedList list -> {
        int start = Objects.requireNonNullElse(list.getMarkerStartNumber(), 1);
        yield "<ol"
            + (start == 1 ? "" : " start=\"" + start + "\"")
            + ">\n"
            + items(list)
            + "\n</ol>";
      }
      case FencedCodeBlock code -> {
        String language = Objects.requireNonNullElse(code.getInfo(), "").strip().split("\\s", 2)[0];
        String kind =
            language.isEmpty() ? "" : " class=\"" + language + " language-" + language + "\"";
        yield "<pre><code" + kind + ">" + HtmlInlines.escaped(code.getLiteral()) + "</code></pre>";
      }
      case IndentedCodeBlock code ->
          "<pre><code>" + HtmlInlines.escaped(code.getLiteral()) + "</code></pre>";
      case HtmlBlock html -> html.getLiteral().stripTrailing();
      case ThematicBreak line -> "<hr />";
      case TableBlock table -> "<table>\n" + of(table) + "\n</table>";
      case TableHead head -> "<thead>\n" + of(head) + "\n</thead>";
      case TableBody body -> "<tbody>\n" + of(body) + "\n</tbody>";
      case TableCell cell -> cell(cell);
      case TableRow row -> "<tr>\n" + of(row) + "\n</tr>";
      default -> inlines.of(node);
    };
  }

  private String heading(Heading heading) {
    long level = Math.min(6, heading.getLevel() + options.firstLevel() - 1);
    String text = inlines.of(heading);
    String id = options.headingIds().equals("none") ? "" : " id=\"" + id(text) + "\"";
    return "<h" + level + id + ">" + text + "</h" + level + ">";
  }

  private String id(String html) {
    String plain = MarkupText.plain(html).replaceAll("&\\w+;", "");
    String name =
        options.headingIds().equals("dashes")
            ? plain.replace(' ', '-').replaceAll("[^\\w\\p{L}-]", "").toLowerCase(Locale.ROOT)
            : plain.replaceAll("[^\\w]", "").toLowerCase(Locale.ROOT);
    String id = options.idPrefix() + name;
    int seen = ids.merge(id, 1, Integer::sum);
    return seen == 1 ? id : id + "-" + (seen - 1);
  }

  private String items(ListBlock list) {
    List<String> items = new ArrayList<>();
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      items.add(item(item, list.isTight()));
    }
    return String.join("\n", items);
  }

  private String item(Node item, boolean tight) {
    StringBuilder content = new StringBuilder();
    for (Node child = item.getFirstChild(); child != null; child = child.getNext()) {
      boolean list = child instanceof ListBlock;
      content.append(child.getPrevious() == null || (tight && list) ? "" : "\n");
      content.append(tight && child instanceof Paragraph ? inlines.of(child) : block(child));
    }
    String text = content.toString();
    if (options.taskLists() && text.matches("(?s)(<p>)?\\[[ xX]\\] .*")) {
      int open = text.indexOf('[');
      boolean done = text.charAt(open + 1) != ' ';
      return "<li class=\"task-list-item\" style=\"list-style-type: none;\">"
          + text.substring(0, open)
          + "<input type=\"checkbox\" disabled style=\"margin: 0px 0.35em 0.25em -1.6em;"
          + " vertical-align: middle;\""
          + (done ? " checked" : "")
          + ">"
          + text.substring(open + 3)
          + "</li>";
    }
    return "<li>" + text + "</li>";
  }

  private String cell(TableCell cell) {
    String tag = cell.isHeader() ? "th" : "td";
    String side = cell.getAlignment() == null ? "" : cell.getAlignment().name();
    String style =
        side.isEmpty() ? "" : " style=\"text-align:" + side.toLowerCase(Locale.ROOT) + ";\"";
    return "<" + tag + style + ">" + inlines.of(cell) + "</" + tag + ">";
  }
}
