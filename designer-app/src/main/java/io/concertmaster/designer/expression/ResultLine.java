package io.concertmaster.designer.expression;

import io.concertmaster.designer.data.ValueText;
import io.concertmaster.designer.expression.InputPreview.Situation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The line under an expression: {@code → 18250.00 number (item 1 of 1,204 ‹ ›)}, or an error. */
final class ResultLine extends HBox {
  private static final int SHOWN = 400;

  private final InputPreview preview;
  private final Label text = new Label();
  private final Label type = new Label();
  private final Label item = new Label();
  private final Button back = step("‹", "The item before", -1);
  private final Button on = step("›", "The next item", 1);

  ResultLine(InputPreview preview) {
    this.preview = preview;
    getStyleClass().add("result-line");
    setAlignment(Pos.TOP_LEFT);
    text.getStyleClass().add("result-text");
    text.setMinWidth(0);
    type.getStyleClass().add("result-type");
    type.setMinWidth(USE_PREF_SIZE);
    item.getStyleClass().add("result-item");
    item.setMinWidth(USE_PREF_SIZE);
    back.setMinWidth(USE_PREF_SIZE);
    on.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(text, type, item, back, on);
    hide();
  }

  /** Shows nothing and takes no room. */
  void hide() {
    setVisible(false);
    setManaged(false);
  }

  /** The words that show, type and item apart. */
  String words() {
    return isVisible() ? text.getText() : "";
  }

  /** Shows what came of an expression. */
  void show(Outcome outcome) {
    setVisible(true);
    setManaged(true);
    boolean bad = outcome instanceof Outcome.Wrong;
    getStyleClass().removeAll("bad", "faint");
    text.setWrapText(bad);
    HBox.setHgrow(text, bad ? Priority.ALWAYS : Priority.NEVER);
    type.setText("");
    switch (outcome) {
      case Outcome.Value value -> {
        String line = ValueText.line(value.value(), SHOWN);
        text.setText("→ " + (line.isEmpty() ? "empty text" : line));
        type.setText(ValueText.type(value.value()));
        text.setTooltip(
            line.length() > 30 ? new Tooltip(ValueText.line(value.value(), 2000)) : null);
      }
      case Outcome.NotThere gone -> {
        getStyleClass().add("faint");
        text.setText("→ undefined");
        text.setTooltip(new Tooltip("The chosen item has no such field"));
      }
      case Outcome.Wrong wrong -> {
        getStyleClass().add("bad");
        text.setText(wrong.message());
        text.setTooltip(null);
      }
      case Outcome.NoItem none -> {
        getStyleClass().add("faint");
        text.setText("Run the workflow to see a result here");
        text.setTooltip(null);
      }
    }
    showItem(outcome);
  }

  private void showItem(Outcome outcome) {
    Situation situation = preview.situation().get();
    long size = situation.items().size();
    boolean shown = size > 0 && !(outcome instanceof Outcome.Wrong wrong && wrong.syntax());
    item.setText(
        "item " + ValueText.number(situation.index() + 1) + " of " + ValueText.number(size));
    back.setDisable(situation.index() == 0);
    on.setDisable(situation.index() >= size - 1);
    for (Node part : new Node[] {item, back, on}) {
      part.setVisible(shown);
      part.setManaged(shown);
    }
    type.setManaged(!type.getText().isEmpty());
  }

  private Button step(String sign, String says, long by) {
    Button button = new Button(sign);
    button.getStyleClass().setAll("step");
    button.setTooltip(new Tooltip(says));
    button.setAccessibleText(says);
    button.setFocusTraversable(false);
    button.setOnAction(event -> preview.step(by));
    return button;
  }
}
