package io.concertmaster.canvas.gesture;

/**
 * A state of the pointer. Each event leads to the next state, often the same one. What a state does
 * not care for leaves it as it is. A state that has begun something ends it in {@link #released} or
 * undoes it in {@link #cancelled}.
 */
abstract sealed class Gesture
    permits Idle,
        Panning,
        PointingNode,
        PointingVoid,
        PointingEdge,
        RubberBand,
        Moving,
        Connecting,
        ResizingNote {

  /** A button went down. */
  Gesture pressed(Pointer pointer) {
    return this;
  }

  /** The pointer moved without a button. */
  Gesture hovered(Pointer pointer) {
    return this;
  }

  /** The pointer moved with a button down. */
  Gesture dragged(Pointer pointer) {
    return this;
  }

  /** The button was let go. */
  Gesture released(Pointer pointer) {
    return this;
  }

  /** The gesture was given up. */
  Gesture cancelled() {
    return this;
  }

  /** The viewport moved under the pointer while the gesture goes on. */
  Gesture scrolled(Pointer pointer) {
    return dragged(pointer);
  }

  /** Whether the viewport follows the pointer when it nears the border. */
  boolean followsBorder() {
    return false;
  }
}
