package io.concertmaster.designer.inspector;

import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.data.JsonArray;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import org.jspecify.annotations.Nullable;

/** Several texts, one a line; empty lines are none. */
final class LinesControl implements PropertyControl {
  private final TextArea area = new TextArea();
  private final TypedText typed;

  LinesControl(Site site, PropertyKind.Lines kind) {
    area.setPrefRowCount(4);
    area.setPromptText(kind.placeholder());
    area.getStyleClass().add("lines");
    typed =
        new TypedText(
            area,
            text -> {
              // A leading = starts an expression, as everywhere.
              if (text.startsWith("=") && site.property().expressions()) {
                site.report().accept(text);
              } else {
                List<String> lines = lines(text);
                site.report().accept(lines.isEmpty() ? null : JsonArray.copyOf(lines));
              }
            });
  }

  private static List<String> lines(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  @Override
  public Node view() {
    return area;
  }

  @Override
  public void show(@Nullable Object value) {
    List<String> given = Literals.texts(value, LinesControl::lines);
    if (!given.equals(lines(area.getText()))) {
      typed.show(String.join("\n", given));
    }
  }

  @Override
  public void focus() {
    area.requestFocus();
    area.end();
  }

  @Override
  public boolean holdsButton() {
    return true;
  }
}
