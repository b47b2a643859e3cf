package io.concertmaster.form.build;

import javafx.animation.AnimationTimer;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;

/** The part of a sheet that is in sight, amid the grey around it. */
final class SheetScroll extends RevealingPane {
  private static final double WIDEST = 640;

  /** So near to its upper or lower end a drag scrolls, in pixels. */
  private static final double EDGE = 32;

  /** How fast, in pixels a second. */
  private static final double SPEED = 600;

  private final Scrolling scrolling = new Scrolling();

  /**
   * Around a sheet.
   *
   * @param beside what a press beside the sheet does
   */
  SheetScroll(BuildSheet sheet, Runnable beside) {
    StackPane around = new StackPane(sheet);
    around.getStyleClass().add("sheet-stage");
    StackPane.setAlignment(sheet, Pos.TOP_CENTER);
    sheet.setMaxWidth(WIDEST);
    sheet.setMaxHeight(USE_PREF_SIZE);
    setContent(around);
    getStyleClass().add("canvas-scroll");
    addEventHandler(
        MouseEvent.MOUSE_PRESSED,
        press -> {
          beside.run();
          press.consume();
        });
  }

  /** Whether a point of the scene lies in the part that is in sight. */
  boolean sees(double sceneX, double sceneY) {
    return getScene() != null && sight().contains(sceneX, sceneY);
  }

  private Bounds sight() {
    Insets insets = getInsets();
    Bounds view = getViewportBounds();
    return localToScene(
        new BoundingBox(insets.getLeft(), insets.getTop(), view.getWidth(), view.getHeight()));
  }

  /**
   * Scrolls for as long as a drag stays near the upper or the lower end.
   *
   * @param scrolled what happens each time
   */
  void drag(double sceneX, double sceneY, Runnable scrolled) {
    if (!sees(sceneX, sceneY)) {
      scrolling.stop();
    } else if (sceneY < sight().getMinY() + EDGE) {
      scrolling.go(-1, scrolled);
    } else if (sceneY > sight().getMaxY() - EDGE) {
      scrolling.go(1, scrolled);
    } else {
      scrolling.stop();
    }
  }

  /** Says that nothing is dragged any more. */
  void rest() {
    scrolling.stop();
  }

  private final class Scrolling extends AnimationTimer {
    private int direction;
    private long before;
    private Runnable scrolled = () -> {};

    void go(int where, Runnable then) {
      direction = where;
      scrolled = then;
      start(); // again does nothing
    }

    @Override
    public void stop() {
      super.stop();
      before = 0;
    }

    @Override
    public void handle(long now) {
      double seconds = before == 0 ? 0 : Math.min(0.1, (now - before) / 1e9);
      before = now;
      scrollTo(offset() + direction * SPEED * seconds);
      scrolled.run();
    }
  }
}
