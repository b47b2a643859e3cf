package io.concertmaster.designer;

import io.concertmaster.designer.canvas.CanvasArea;
import io.concertmaster.designer.canvas.CanvasHands;
import io.concertmaster.designer.listen.TestCall;
import io.concertmaster.designer.run.RunControl;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;

/**
 * All that stands in the window for one document.
 *
 * @param tries what tries its triggers, in the inspector
 * @param data the items of the chosen node, and in their place the problems while those are shown
 * @param problemsShown whether the problems stand in the place of the items
 * @param reportShown whether what became of imported parts stands there
 */
record Desk(
    CanvasArea area,
    CanvasHands hands,
    RunControl runs,
    Node inspector,
    TestCall tries,
    Node data,
    BooleanProperty problemsShown,
    BooleanProperty reportShown) {
  /** The document's tab is closed: nothing is waited for any more. */
  void close() {
    runs.close();
    tries.close();
  }
}
