package io.concertmaster.canvas.layer;

import io.concertmaster.canvas.geometry.Viewport;
import io.concertmaster.canvas.theme.CanvasTheme;
import javafx.geometry.Insets;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Border;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.BorderStrokeStyle;
import javafx.scene.layout.BorderWidths;
import javafx.scene.layout.CornerRadii;
import javafx.scene.paint.Color;

/**
 * One line of explanation below a place of the graph. Part of the canvas, so that it is in pictures
 * too.
 */
final class Hint extends Label {
  private static final CornerRadii ROUND = new CornerRadii(5);
  private static final double BELOW = 8;
  private static final double WIDEST = 360;

  private Point2D place = Point2D.ZERO;
  private Viewport viewport = Viewport.HOME;

  Hint() {
    setManaged(false);
    setVisible(false);
    setMouseTransparent(true);
    setPadding(new Insets(4, 8, 4, 8));
    setMaxWidth(WIDEST);
    setWrapText(true);
  }

  void setTheme(CanvasTheme theme) {
    setFont(theme.fonts().subtitle());
    setTextFill(theme.text());
    setBackground(new Background(new BackgroundFill(theme.surface(), ROUND, Insets.EMPTY)));
  }

  /** Shows a text below a point of the graph. */
  void show(String text, Point2D at, Color border) {
    setText(text);
    setBorder(
        new Border(new BorderStroke(border, BorderStrokeStyle.SOLID, ROUND, new BorderWidths(1))));
    place = at;
    setVisible(true);
    applyCss();
    double width = Math.min(WIDEST, Math.ceil(prefWidth(-1)));
    resize(width, Math.ceil(prefHeight(width)));
    follow(viewport);
  }

  void hide() {
    setVisible(false);
  }

  /** Stays at its place of the graph. */
  void follow(Viewport newViewport) {
    viewport = newViewport;
    Point2D at = viewport.toScreen(place);
    relocate(Math.rint(at.getX()), Math.rint(at.getY() + BELOW));
  }
}
