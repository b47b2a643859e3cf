package io.concertmaster.designer.inspector;

import io.concertmaster.designer.data.ValueText;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonException;
import io.concertmaster.node.data.NumberText;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A number. What is typed and is no number stays in the workflow as text, so that nothing is lost
 * and the problems name it; the line under the field says at once what is wrong.
 */
final class NumberControl implements PropertyControl {
  private final PropertyKind.Numeric kind;
  private final TextField field = new TextField();
  private final Label wrong = new Label();
  private final VBox view = new VBox(field, wrong);
  private final TypedText typed;

  NumberControl(Site site, PropertyKind.Numeric kind) {
    this.kind = kind;
    view.getStyleClass().add("with-note");
    wrong.getStyleClass().add("field-error");
    wrong.setWrapText(true);
    note("");
    typed =
        new TypedText(
            field,
            text -> {
              Object value = text.isBlank() ? null : value(text);
              judge(value);
              site.report().accept(value);
            });
  }

  /** The number that a text means, or else the text. */
  static Object value(String text) {
    try {
      Object value = Json.parse(text.strip());
      return value instanceof Number ? value : text;
    } catch (JsonException e) {
      return text;
    }
  }

  private void judge(@Nullable Object value) {
    note(value == null ? "" : complaint(value).orElse(""));
  }

  private Optional<String> complaint(Object value) {
    boolean right =
        value instanceof Number number
            && number.doubleValue() >= kind.min()
            && number.doubleValue() <= kind.max()
            && (!kind.whole() || number.doubleValue() == Math.rint(number.doubleValue()));
    return right
        ? Optional.empty()
        : Optional.of(
            "Must be a " + (kind.whole() ? "whole number" : "number") + bounds(kind) + ".");
  }

  private static String bounds(PropertyKind.Numeric kind) {
    boolean low = kind.min() > -1e15;
    boolean high = kind.max() < 1e15;
    if (low && high) {
      return " from " + NumberText.of(kind.min()) + " to " + NumberText.of(kind.max());
    }
    return low
        ? ", at least " + NumberText.of(kind.min())
        : high ? ", at most " + NumberText.of(kind.max()) : "";
  }

  private void note(String words) {
    wrong.setText(words);
    wrong.setVisible(!words.isEmpty());
    wrong.setManaged(!words.isEmpty());
  }

  @Override
  public Node view() {
    return view;
  }

  @Override
  public void show(@Nullable Object value) {
    String text = field.getText();
    boolean same = value != null && !text.isBlank() && value.equals(value(text));
    if (!same) {
      typed.show(value == null ? "" : ValueText.whole(value));
    }
    judge(value);
  }

  @Override
  public void focus() {
    field.requestFocus();
    field.end();
  }

  @Override
  public boolean complains() {
    return !wrong.getText().isEmpty();
  }

  @Override
  public boolean holdsButton() {
    return true;
  }
}
