package io.concertmaster.canvas.layer;

import io.concertmaster.canvas.theme.CanvasTheme;
import javafx.geometry.Insets;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeLineCap;

/**
 * A flat button of a panel, in the colours of the canvas whatever style sheets the application has.
 * The keyboard has keys for the same, so it takes no focus.
 */
final class PanelButton extends StackPane {
  private final Runnable action;
  private final Label label = new Label();
  private final SVGPath icon = new SVGPath();
  private Color pressedFill = Color.TRANSPARENT;

  /**
   * @param path lines of a 16 × 16 icon as an SVG path, or empty for a button with a text
   * @param name what a screen reader says
   */
  PanelButton(String path, String name, double width, Runnable action) {
    this.action = action;
    icon.setContent(path);
    icon.setFill(Color.TRANSPARENT);
    icon.setStrokeWidth(1.5);
    icon.setStrokeLineCap(StrokeLineCap.ROUND);
    getChildren().add(path.isEmpty() ? label : icon);
    setMinSize(width, ZoomBar.HEIGHT - 2);
    setPrefSize(width, ZoomBar.HEIGHT - 2);
    setCursor(Cursor.HAND);
    setAccessibleRole(AccessibleRole.BUTTON);
    setAccessibleText(name);
    setOnMouseEntered(event -> shade(true));
    setOnMouseExited(event -> shade(false));
    setOnMouseClicked(event -> {
      if (event.getButton() == MouseButton.PRIMARY) {
        action.run();
      }
      event.consume();
    });
    setOnMousePressed(event -> event.consume());
  }

  void setText(String text) {
    label.setText(text);
  }

  void setTheme(CanvasTheme theme) {
    label.setFont(theme.fonts().note());
    label.setTextFill(theme.text());
    icon.setStroke(theme.text());
    pressedFill = theme.text().deriveColor(0, 1, 1, 0.08);
  }

  private void shade(boolean on) {
    setBackground(
        on
            ? new Background(new BackgroundFill(pressedFill, new CornerRadii(5), new Insets(2)))
            : Background.EMPTY);
  }

  @Override
  public void executeAccessibleAction(AccessibleAction wanted, Object... parameters) {
    if (wanted == AccessibleAction.FIRE) {
      action.run();
    } else {
      super.executeAccessibleAction(wanted, parameters);
    }
  }
}
