package io.concertmaster.designer;

import io.concertmaster.designer.canvas.CanvasArea;
import io.concertmaster.designer.canvas.CanvasHands;
import io.concertmaster.designer.run.RunControl;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;

/**
 * All that stands in the window for one document.
 *
 * @param data the items of the chosen node, and in their place the problems while those are shown
 * @param problemsShown whether the problems stand in the place of the items
 * @param reportShown whether what became of imported parts stands there
 */
record Desk(
    CanvasArea area,
    CanvasHands hands,
    RunControl runs,
    Node inspector,
    Node data,
    BooleanProperty problemsShown,
    BooleanProperty reportShown) {}
