package io.concertmaster.form.build;

import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * A drag with the mouse. It is followed over the whole scene: what was pressed may be drawn anew on
 * the way, and not every platform keeps sending events to it.
 *
 * @param <T> what is dragged
 */
final class HandDrag<T> {
  /** How far the pointer moves before a press becomes a drag, in pixels. */
  private static final double THRESHOLD = 4;

  private final T what;
  private final PartDrag<T> drag;
  private final EventHandler<MouseEvent> moves = this::moved;
  private final EventHandler<MouseEvent> releases = this::released;
  private final EventHandler<KeyEvent> keys = this::pressed;
  private final double x;
  private final double y;
  private final Scene scene;
  private boolean dragging;

  private HandDrag(T what, PartDrag<T> drag, MouseEvent press, Scene scene) {
    this.what = what;
    this.drag = drag;
    this.scene = scene;
    x = press.getSceneX();
    y = press.getSceneY();
    scene.addEventFilter(MouseEvent.MOUSE_DRAGGED, moves);
    scene.addEventFilter(MouseEvent.MOUSE_RELEASED, releases);
    scene.addEventFilter(KeyEvent.KEY_PRESSED, keys);
  }

  /** Begins with a press on a node. */
  static <T> void begin(Node on, T what, PartDrag<T> drag, MouseEvent press) {
    @Nullable Scene scene = on.getScene();
    if (scene != null) {
      var _ = new HandDrag<>(what, drag, press, scene);
    }
  }

  private void moved(MouseEvent mouse) {
    if (dragging || Math.hypot(mouse.getSceneX() - x, mouse.getSceneY() - y) > THRESHOLD) {
      dragging = true;
      drag.moved(what, mouse.getSceneX(), mouse.getSceneY());
      mouse.consume();
    }
  }

  private void released(MouseEvent mouse) {
    end();
    if (dragging) {
      drag.dropped(what, mouse.getSceneX(), mouse.getSceneY());
      mouse.consume();
    }
  }

  /** Escape ends it, and what was dragged stays where it is. */
  private void pressed(KeyEvent key) {
    if (dragging && key.getCode() == KeyCode.ESCAPE) {
      end();
      drag.cancelled();
      key.consume();
    }
  }

  private void end() {
    scene.removeEventFilter(MouseEvent.MOUSE_DRAGGED, moves);
    scene.removeEventFilter(MouseEvent.MOUSE_RELEASED, releases);
    scene.removeEventFilter(KeyEvent.KEY_PRESSED, keys);
  }
}
