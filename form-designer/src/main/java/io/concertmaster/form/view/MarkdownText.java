package io.concertmaster.form.view;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.parser.Parser;

/**
 * Markdown, drawn. Links show as their words, images as their alternative text, HTML as it is
 * written: nothing is fetched and nothing is run.
 */
public final class MarkdownText {
  private static final Parser PARSER = Parser.builder().build();

  private MarkdownText() {}

  /** The blocks of a text, one below the other. */
  public static VBox of(String markdown) {
    VBox blocks = new VBox();
    blocks.getStyleClass().add("markdown");
    blocks(PARSER.parse(markdown), blocks);
    return blocks;
  }

  private static void blocks(org.commonmark.node.Node parent, VBox into) {
    for (org.commonmark.node.Node each = parent.getFirstChild();
        each != null;
        each = each.getNext()) {
      switch (each) {
        case Heading heading -> into.getChildren().add(flow(heading, "heading"));
        case Paragraph paragraph -> into.getChildren().add(flow(paragraph, "paragraph"));
        case BulletList list -> items(list, into, 0);
        case OrderedList list ->
            items(
                list, into, list.getMarkerStartNumber() == null ? 1 : list.getMarkerStartNumber());
        case BlockQuote quote -> {
          VBox inner = new VBox();
          inner.getStyleClass().add("quote");
          blocks(quote, inner);
          into.getChildren().add(inner);
        }
        case FencedCodeBlock code -> into.getChildren().add(code(code.getLiteral()));
        case IndentedCodeBlock code -> into.getChildren().add(code(code.getLiteral()));
        default -> into.getChildren().add(flow(each, "paragraph"));
      }
    }
  }

  /** The items of a list, numbered from a number, or with bullets for 0. */
  private static void items(org.commonmark.node.Node list, VBox into, int first) {
    int number = first;
    for (org.commonmark.node.Node item = list.getFirstChild();
        item != null;
        item = item.getNext()) {
      Label bullet = new Label(first == 0 ? "•" : number++ + ".");
      bullet.setMinWidth(Region.USE_PREF_SIZE);
      bullet.getStyleClass().add("bullet");
      VBox inner = new VBox();
      blocks(item, inner);
      HBox.setHgrow(inner, Priority.ALWAYS);
      HBox line = new HBox(bullet, inner);
      line.getStyleClass().add("list-line");
      into.getChildren().add(line);
    }
  }

  private static Node code(String text) {
    Label label = new Label(text.stripTrailing());
    label.getStyleClass().add("code-block");
    label.setMaxWidth(Double.MAX_VALUE);
    label.setWrapText(true);
    return label;
  }

  private static TextFlow flow(org.commonmark.node.Node block, String style) {
    TextFlow flow = new TextFlow();
    flow.getStyleClass().add(style);
    inline(block, List.of(), flow);
    return flow;
  }

  private static void inline(org.commonmark.node.Node parent, List<String> styles, TextFlow into) {
    if (parent instanceof org.commonmark.node.HtmlBlock html) {
      add(html.getLiteral(), styles, into);
      return;
    }
    for (org.commonmark.node.Node each = parent.getFirstChild();
        each != null;
        each = each.getNext()) {
      switch (each) {
        case org.commonmark.node.Text text -> add(text.getLiteral(), styles, into);
        case Code code -> add(code.getLiteral(), with(styles, "code"), into);
        case StrongEmphasis strong -> inline(strong, with(styles, "strong"), into);
        case Emphasis emphasis -> inline(emphasis, with(styles, "emphasis"), into);
        case Link link -> inline(link, with(styles, "link"), into);
        case Image image -> inline(image, with(styles, "emphasis"), into);
        case SoftLineBreak _ -> add(" ", styles, into);
        case HardLineBreak _ -> add("\n", styles, into);
        case org.commonmark.node.HtmlInline html -> add(html.getLiteral(), styles, into);
        default -> inline(each, styles, into);
      }
    }
  }

  private static List<String> with(List<String> styles, String further) {
    List<String> all = new ArrayList<>(styles);
    all.add(further);
    return all;
  }

  private static void add(String words, List<String> styles, TextFlow into) {
    Text text = new Text(words);
    text.getStyleClass().addAll(styles.isEmpty() ? List.of("plain") : styles);
    into.getChildren().add(text);
  }
}
