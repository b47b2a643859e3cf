package io.concertmaster.designer.canvas;

import io.concertmaster.canvas.geometry.NodeShape;
import io.concertmaster.model.Placement;
import io.concertmaster.model.edit.Paste;
import io.concertmaster.model.io.Fragment;
import io.concertmaster.n8n.read.Import;
import java.util.Collection;
import java.util.function.ToDoubleFunction;
import javafx.geometry.Point2D;

/** Finds where pasted nodes come to stand. */
final class Pasting {
  private static final double GRID = 20;

  private Pasting() {}

  /** All nodes that were read from another program's text. */
  static Fragment fragment(Import read) {
    return Fragment.of(read.workflow(), read.workflow().nodes().keySet());
  }

  /** Copied nodes with their middle at a point, on the grid. */
  static Paste around(Fragment fragment, Point2D at) {
    Collection<Placement> places = fragment.layout().values();
    double x = middle(places, Placement::x, NodeShape.CARD_WIDTH);
    double y = middle(places, Placement::y, NodeShape.CARD_HEIGHT);
    return new Paste(fragment, onGrid(at.getX() - x), onGrid(at.getY() - y));
  }

  private static double middle(
      Collection<Placement> places, ToDoubleFunction<Placement> edge, double size) {
    double least = places.stream().mapToDouble(edge).min().orElse(0);
    double most = places.stream().mapToDouble(edge).max().orElse(0);
    return (least + most + size) / 2;
  }

  private static double onGrid(double length) {
    return Math.rint(length / GRID) * GRID;
  }
}
