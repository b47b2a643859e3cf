package io.concertmaster.canvas.gesture;

import io.concertmaster.canvas.geometry.HitTest;
import io.concertmaster.canvas.geometry.Rectangles;
import io.concertmaster.canvas.graph.Selection;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/** A rectangle is drawn around what is to be chosen: nodes, or edges where it touches no node. */
final class RubberBand extends Gesture {
  private final Board board;
  private final Point2D corner;
  private final Selection before;
  private final boolean add;

  RubberBand(Board board, Pointer press) {
    this.board = board;
    this.corner = press.graph();
    this.before = board.selection();
    this.add = press.add();
  }

  @Override
  Gesture dragged(Pointer pointer) {
    Rectangle2D area = Rectangles.between(corner, pointer.graph());
    HitTest hits = board.hits();
    Set<String> nodes = hits.nodesIn(area);
    Selection inside = new Selection(nodes, nodes.isEmpty() ? hits.edgesIn(area) : Set.of());
    board.select(add ? before.plus(inside) : inside);
    board.feedback().rubberBand(area);
    return this;
  }

  @Override
  Gesture released(Pointer pointer) {
    board.feedback().clear();
    return new Idle(board);
  }

  @Override
  Gesture cancelled() {
    board.select(before);
    board.feedback().clear();
    return new Idle(board);
  }

  @Override
  boolean followsBorder() {
    return true;
  }
}
