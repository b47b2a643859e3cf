package io.concertmaster.canvas;

import io.concertmaster.canvas.geometry.Viewport;
import io.concertmaster.canvas.gesture.GestureMachine;
import io.concertmaster.canvas.gesture.Pointer;
import io.concertmaster.canvas.intent.Target;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.layout.Region;

/** Turns the events of mouse, wheel and touch pad into steps of the gesture machine. */
final class PointerInput {
  /** A notch of a wheel is 40 pixels and zooms by about a tenth. */
  private static final double ZOOM_PER_PIXEL = 0.0028;

  private final CanvasState state;
  private final GestureMachine machine;
  private final BorderScroll border;
  private boolean panKey;
  private Point2D last = Point2D.ZERO;
  private Pointer held = Pointer.NOWHERE;

  PointerInput(CanvasState state, GestureMachine machine, Region region) {
    this.state = state;
    this.machine = machine;
    this.border = new BorderScroll(state, this::carried);
    Region surface = state.layers;
    surface.setOnMousePressed(event -> {
      region.requestFocus();
      machine.pressed(pointer(event));
      event.consume();
    });
    surface.setOnMouseDragged(this::dragged);
    surface.setOnMouseReleased(event -> {
      border.stop();
      machine.released(pointer(event));
    });
    surface.setOnMouseMoved(event -> machine.hovered(pointer(event)));
    surface.setOnMouseExited(event -> exited());
    surface.setOnScroll(this::scrolled);
    surface.setOnZoom(this::zoomed);
  }

  /** Where the pointer was last, in pixels of the canvas. */
  Point2D last() {
    return last;
  }

  /** Whether the space bar is held. */
  void setPanKey(boolean held) {
    panKey = held;
  }

  private void dragged(MouseEvent event) {
    held = pointer(event);
    machine.dragged(held);
    if (machine.followsBorder()) {
      border.pointerAt(last);
    } else {
      border.stop();
    }
  }

  /** The viewport has moved under a pointer that holds something. */
  private void carried(Point2D at) {
    if (machine.followsBorder()) {
      machine.scrolled(held.over(state.viewport().toGraph(at.getX(), at.getY())));
    } else {
      border.stop();
    }
  }

  private void exited() {
    if (machine.idle()) {
      state.feedback().hover(new Target.OnVoid());
    }
  }

  private Pointer pointer(MouseEvent event) {
    last = new Point2D(event.getX(), event.getY());
    return new Pointer(
        event.getX(),
        event.getY(),
        state.viewport().toGraph(event.getX(), event.getY()),
        event.getScreenX(),
        event.getScreenY(),
        event.getButton(),
        event.getClickCount(),
        event.isShiftDown() || event.isShortcutDown(),
        event.isAltDown(),
        panKey);
  }

  private void scrolled(ScrollEvent event) {
    Viewport now = state.viewport();
    if (event.isShortcutDown() || event.isControlDown()) {
      double factor = Math.exp(event.getDeltaY() * ZOOM_PER_PIXEL);
      state.setViewport(now.zoomedAt(event.getX(), event.getY(), now.zoom() * factor));
    } else if (event.isShiftDown() && event.getDeltaX() == 0) {
      state.setViewport(now.panned(event.getDeltaY(), 0));
    } else {
      state.setViewport(now.panned(event.getDeltaX(), event.getDeltaY()));
    }
    carried(new Point2D(event.getX(), event.getY()));
    event.consume();
  }

  private void zoomed(ZoomEvent event) {
    Viewport now = state.viewport();
    state.setViewport(now.zoomedAt(event.getX(), event.getY(), now.zoom() * event.getZoomFactor()));
    event.consume();
  }
}
