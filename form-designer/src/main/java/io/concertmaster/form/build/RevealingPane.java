package io.concertmaster.form.build;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/** Scrolls up and down what is as wide as itself, and brings parts of it into sight. */
class RevealingPane extends ScrollPane {
  /** Left free above and below what is brought into sight, in pixels. */
  private static final double MARGIN = 12;

  RevealingPane() {
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setFocusTraversable(false);
  }

  /** Scrolls as little as brings a part of the sheet into sight; its top, where it is too high. */
  final void reveal(Node part) {
    if (getScene() == null || part.getScene() == null) {
      return;
    }
    applyCss();
    layout();
    Bounds bounds = getContent().sceneToLocal(part.localToScene(part.getLayoutBounds()));
    double top = offset();
    double least = bounds.getMaxY() + MARGIN - getViewportBounds().getHeight();
    double most = bounds.getMinY() - MARGIN;
    scrollTo(Math.min(Math.max(top, least), most));
  }

  /** How far the sheet can be scrolled, in pixels. */
  private double room() {
    return Math.max(
        0, getContent().getLayoutBounds().getHeight() - getViewportBounds().getHeight());
  }

  /** How far it is scrolled, in pixels. */
  final double offset() {
    return getVvalue() * room();
  }

  /** Scrolls to so many pixels from the top, as far as there is something to scroll. */
  final void scrollTo(double offset) {
    if (room() > 0) {
      setVvalue(Math.clamp(offset / room(), 0, 1));
    }
  }
}
