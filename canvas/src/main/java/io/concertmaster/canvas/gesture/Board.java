package io.concertmaster.canvas.gesture;

import io.concertmaster.canvas.geometry.GraphGeometry;
import io.concertmaster.canvas.geometry.HitTest;
import io.concertmaster.canvas.geometry.Viewport;
import io.concertmaster.canvas.graph.Graph;
import io.concertmaster.canvas.graph.Selection;
import io.concertmaster.canvas.intent.CanvasIntent;
import io.concertmaster.canvas.intent.GraphRules;
import javafx.geometry.Rectangle2D;

/** What gestures see of the canvas and may do with it. */
public interface Board {
  /** Where everything lies now; another one after the graph has changed. */
  GraphGeometry geometry();

  /** What is in sight. */
  Viewport viewport();

  /** Brings another part into sight. */
  void setViewport(Viewport viewport);

  /** The part of the graph that is in sight. */
  Rectangle2D visibleArea();

  /** What is chosen. */
  Selection selection();

  /** Chooses something else. */
  void select(Selection selection);

  /** Which connections may be made. */
  GraphRules rules();

  /** Tells the owner what a person wants. */
  void emit(CanvasIntent intent);

  /** Lets people see what is going on. */
  Feedback feedback();

  /** The graph that is shown. */
  default Graph graph() {
    return geometry().graph();
  }

  /** Finds what lies under a point at the present zoom. */
  default HitTest hits() {
    return new HitTest(geometry(), viewport().zoom());
  }
}
