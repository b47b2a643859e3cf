package io.concertmaster.designer.controls;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/**
 * Markdown as the documentation of nodes uses it: headings, paragraphs, lists, code blocks, and
 * bold, italic and code inside a line. Everything else shows as it is written.
 */
public final class Markdown {
  private static final Pattern INLINE =
      Pattern.compile(
          "`([^`]+)`|\\*\\*([^*]+)\\*\\*|\\*([^*\\s][^*]*)\\*|\\[([^\\]]+)]\\([^)]*\\)");

  private Markdown() {}

  /** The blocks of a text, one below the other. */
  public static VBox render(String text) {
    VBox blocks = new VBox();
    blocks.getStyleClass().add("markdown");
    List<String> paragraph = new ArrayList<>();
    List<String> code = new ArrayList<>();
    boolean inCode = false;
    for (String line : text.lines().toList()) {
      if (line.strip().startsWith("```")) {
        flush(paragraph, blocks);
        if (inCode) {
          blocks.getChildren().add(code(String.join("\n", code)));
          code.clear();
        }
        inCode = !inCode;
      } else if (inCode) {
        code.add(line);
      } else if (line.isBlank()) {
        flush(paragraph, blocks);
      } else if (line.startsWith("#")) {
        flush(paragraph, blocks);
        blocks.getChildren().add(flow(line.replaceFirst("^#+\\s*", ""), "heading"));
      } else if (line.matches("\\s*([-*]|\\d+\\.) .*")) {
        flush(paragraph, blocks);
        paragraph.add(line.strip().replaceFirst("^[-*] ", "•  "));
      } else {
        paragraph.add(line.strip());
      }
    }
    flush(paragraph, blocks);
    if (!code.isEmpty()) {
      blocks.getChildren().add(code(String.join("\n", code)));
    }
    return blocks;
  }

  private static void flush(List<String> paragraph, VBox blocks) {
    if (!paragraph.isEmpty()) {
      String text = String.join(" ", paragraph);
      blocks.getChildren().add(flow(text, text.startsWith("•") ? "list-line" : "paragraph"));
      paragraph.clear();
    }
  }

  private static Node code(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("code-block");
    label.setMaxWidth(Double.MAX_VALUE);
    label.setWrapText(true);
    label.setMinHeight(VBox.USE_PREF_SIZE);
    return label;
  }

  private static TextFlow flow(String line, String style) {
    TextFlow flow = new TextFlow();
    flow.getStyleClass().add(style);
    Matcher matcher = INLINE.matcher(line);
    int at = 0;
    while (matcher.find()) {
      add(flow, line.substring(at, matcher.start()), "plain");
      String[] styles = {"inline-code", "bold", "italic", "plain"};
      for (int group = 1; group <= styles.length; group++) {
        String part = matcher.group(group);
        if (part != null) {
          add(flow, part, styles[group - 1]);
        }
      }
      at = matcher.end();
    }
    add(flow, line.substring(at), "plain");
    return flow;
  }

  private static void add(TextFlow flow, String part, String style) {
    if (!part.isEmpty()) {
      Text text = new Text(part);
      text.getStyleClass().add(style);
      flow.getChildren().add(text);
    }
  }
}
