package io.concertmaster.designer.frame;

import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * A layer over the whole window for what stands there shortly: the command palette, the quick-add
 * list, what is being dragged. A press beside it takes it away. It is a part of the scene rather
 * than a window of its own, so that it looks and works the same without a window manager.
 */
public final class OverlayLayer extends Pane {
  private static final double MARGIN = 8;

  private @Nullable Region content;
  private @Nullable Node focusBefore;

  /** A layer with nothing on it. */
  public OverlayLayer() {
    setPickOnBounds(false);
    getStyleClass().add("overlay-layer");
    addEventHandler(
        MouseEvent.MOUSE_PRESSED,
        press -> {
          if (press.getTarget() == this) {
            close();
            press.consume();
          }
        });
  }

  /** Puts something at a place, moved so that all of it can be seen; what was there goes. */
  public void show(Region shown, double x, double y) {
    close();
    focusBefore = getScene() == null ? null : getScene().getFocusOwner();
    content = shown;
    setPickOnBounds(true);
    getChildren().add(shown);
    shown.applyCss();
    shown.autosize();
    shown.relocate(
        within(x, getWidth() - shown.getWidth()), within(y, getHeight() - shown.getHeight()));
  }

  /** Takes away what is there and gives the keyboard back to where it was. */
  public void close() {
    if (content != null) {
      getChildren().remove(content);
      content = null;
      setPickOnBounds(false);
      if (focusBefore != null) {
        focusBefore.requestFocus();
      }
    }
  }

  /** Whether something is there. */
  public boolean isOpen() {
    return content != null;
  }

  /** Lets something float over the window that is moved by its owner and takes no mouse events. */
  public void attach(Node floating) {
    getChildren().add(floating);
  }

  /** Takes away what floats. */
  public void detach(Node floating) {
    getChildren().remove(floating);
  }

  private static double within(double wanted, double most) {
    return Math.rint(Math.max(MARGIN, Math.min(wanted, most - MARGIN)));
  }
}
