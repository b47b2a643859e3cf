package io.concertmaster.canvas.theme;

import io.concertmaster.canvas.graph.EdgeState;
import io.concertmaster.canvas.graph.NodeState;
import javafx.scene.paint.Color;

/** The four colours that mean a state. */
public record StateColors(Color done, Color running, Color waiting, Color failed) {
  /** The colour of a node's border and badge. */
  public Color of(NodeState state, Color none) {
    return switch (state) {
      case NONE, QUEUED, SKIPPED -> none;
      case RUNNING -> running;
      case RETRYING, WAITING -> waiting;
      case DONE -> done;
      case FAILED -> failed;
    };
  }

  /** The colour of an edge. */
  public Color of(EdgeState state, Color none) {
    return switch (state) {
      case NONE -> none;
      case RUNNING -> running;
      case WAITING -> waiting;
      case DONE -> done;
      case FAILED -> failed;
    };
  }
}
