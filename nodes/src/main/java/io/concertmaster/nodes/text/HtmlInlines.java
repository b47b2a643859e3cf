package io.concertmaster.nodes.text;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** What stands in a line of Markdown as HTML. */
final class HtmlInlines {
  private static final Pattern ADDRESS =
      Pattern.compile("\\b(?:https?|ftp)://[^\\s<>\"']+[^\\s<>\"'.,;:!?)]");

  private final MarkdownHtml options;

  HtmlInlines(MarkdownHtml options) {
    this.options = options;
  }

  /** All that is inside a node. */
  String of(Node parent) {
    StringBuilder html = new StringBuilder();
    for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
      html.append(inline(child));
    }
    return html.toString();
  }

  private String inline(Node node) {
    return switch (node) {
      case Text text -> text(text);
      case Code code -> "<code>" + escaped(code.getLiteral()) + "</code>";
      case Emphasis emphasis -> "<em>" + of(emphasis) + "</em>";
      case StrongEmphasis strong -> "<strong>" + of(strong) + "</strong>";
      case Strikethrough gone -> "<del>" + of(gone) + "</del>";
      case HardLineBreak line -> "<br />\n";
      case SoftLineBreak line -> options.lineBreaks() ? "<br />\n" : "\n";
      case HtmlInline html -> html.getLiteral();
      case Link link ->
          "<a href=\""
              + attribute(link.getDestination())
              + "\""
              + title(link.getTitle())
              + target()
              + ">"
              + of(link)
              + "</a>";
      case Image image ->
          "<img src=\""
              + attribute(image.getDestination())
              + "\" alt=\""
              + attribute(MarkupText.plain(of(image)))
              + "\""
              + title(image.getTitle())
              + " />";
      default -> of(node);
    };
  }

  private String text(Text node) {
    String text = escaped(node.getLiteral()).replace("...", "…");
    if (!options.linkAddresses() || node.getParent() instanceof Link) {
      return text;
    }
    return ADDRESS
        .matcher(text)
        .replaceAll(found ->
            Matcher.quoteReplacement(
                "<a href=\"" + found.group() + "\"" + target() + ">" + found.group() + "</a>"));
  }

  private String target() {
    return options.newWindow() ? " rel=\"noopener noreferrer\" target=\"_blank\"" : "";
  }

  private static String title(@Nullable String title) {
    return title == null ? "" : " title=\"" + attribute(title) + "\"";
  }

  private static String attribute(@Nullable String text) {
    return Objects.requireNonNullElse(text, "")
        .replaceAll("&(?!#?\\w+;)", "&amp;")
        .replace("\"", "&quot;")
        .replace("<", "&lt;");
  }

  /** A text in which no character means anything in HTML. */
  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
