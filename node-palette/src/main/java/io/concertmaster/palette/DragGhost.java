package io.concertmaster.palette;

import io.concertmaster.node.NodeDescriptor;
import java.util.Objects;
import javafx.scene.layout.StackPane;

/** What follows the pointer while a node is dragged out of the palette. */
public final class DragGhost extends StackPane {
  /** The ghost of a node type. */
  public DragGhost(NodeDescriptor node) {
    getStyleClass().add("drag-ghost");
    getStylesheets()
        .add(Objects.requireNonNull(DragGhost.class.getResource("palette.css")).toExternalForm());
    getChildren().add(NodeRow.card(node));
    setMouseTransparent(true);
    setManaged(false);
  }

  /** Puts the ghost's left upper quarter under a point of its parent. */
  public void moveTo(double x, double y) {
    autosize();
    relocate(Math.rint(x - 24), Math.rint(y - getHeight() / 2));
  }
}
