package io.concertmaster.canvas.gesture;

import io.concertmaster.canvas.geometry.EdgeRoute;
import io.concertmaster.canvas.geometry.Rectangles;
import io.concertmaster.canvas.geometry.Routing;
import io.concertmaster.canvas.graph.GraphEdge;
import io.concertmaster.canvas.graph.GraphNode;
import io.concertmaster.canvas.graph.GraphPort;
import io.concertmaster.canvas.graph.NodeKind;
import io.concertmaster.canvas.graph.PortRef;
import io.concertmaster.canvas.graph.PortRef.Side;
import io.concertmaster.canvas.intent.CanvasIntent;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/**
 * An edge is drawn from a port, or one end of an edge taken to another port. Ports in sight at
 * which it may end stand out, the others show on approach why they may not.
 */
final class Connecting extends Gesture {
  private static final double ASK_AROUND = 400;

  private final Board board;
  private final PortRef fixed;
  private final Optional<String> replaced;
  private final Pointer press;
  private final Map<PortRef, Optional<String>> verdicts = new HashMap<>();
  private boolean begun;

  private Connecting(Board board, PortRef fixed, Optional<String> replaced, Pointer press) {
    this.board = board;
    this.fixed = fixed;
    this.replaced = replaced;
    this.press = press;
  }

  /** A new edge from a port. */
  static Connecting from(Board board, PortRef port, Pointer press) {
    return new Connecting(board, port, Optional.empty(), press);
  }

  /** The end of an edge that lies nearer to the press is taken along. */
  static Connecting reconnect(Board board, GraphEdge edge, Pointer press) {
    double toStart = distance(board, edge.from(), press.graph());
    double toEnd = distance(board, edge.to(), press.graph());
    return new Connecting(
        board, toStart < toEnd ? edge.to() : edge.from(), Optional.of(edge.id()), press);
  }

  private static double distance(Board board, PortRef port, Point2D point) {
    return board.geometry().port(port).map(point::distance).orElse(Double.MAX_VALUE);
  }

  @Override
  Gesture dragged(Pointer pointer) {
    if (!begun && !pointer.draggedFrom(press)) {
      return this;
    }
    begun = true;
    showCandidates();
    Optional<PortRef> landing = landing(pointer);
    String refusal = landing.flatMap(this::refusal).orElse("");
    Point2D end = landing.flatMap(board.geometry()::port).orElse(pointer.graph());
    board.feedback().connection(route(end), landing, refusal);
    return this;
  }

  private EdgeRoute route(Point2D end) {
    Point2D at = board.geometry().port(fixed).orElse(press.graph());
    return fixed.side() == Side.OUTPUT ? Routing.curve(at, end) : Routing.curve(end, at);
  }

  /** Asks the rules once for every port in and near sight. */
  private void showCandidates() {
    Rectangle2D area = Rectangles.grown(board.visibleArea(), ASK_AROUND);
    Map<PortRef, Boolean> allowed = new HashMap<>();
    for (int index : board.geometry().nodesIn(area)) {
      GraphNode node = board.graph().nodes().get(index);
      for (GraphPort port : node.ports(fixed.side().opposite())) {
        PortRef ref = new PortRef(node.id(), fixed.side().opposite(), port.id());
        allowed.put(ref, refusal(ref).isEmpty());
      }
    }
    board.feedback().candidates(allowed);
  }

  private Optional<String> refusal(PortRef port) {
    return verdicts.computeIfAbsent(
        port,
        other ->
            fixed.side() == Side.OUTPUT
                ? board.rules().whyNotConnect(fixed, other)
                : board.rules().whyNotConnect(other, fixed));
  }

  private Optional<PortRef> landing(Pointer pointer) {
    Side side = fixed.side().opposite();
    return board
        .hits()
        .landing(pointer.graph(), side, port -> refusal(port).isEmpty())
        .or(() -> board.hits().landing(pointer.graph(), side, port -> true));
  }

  @Override
  Gesture released(Pointer pointer) {
    board.feedback().clear();
    if (begun) {
      Optional<PortRef> landing = landing(pointer);
      if (landing.isEmpty()) {
        letGo(pointer);
      } else if (refusal(landing.get()).isEmpty()) {
        connect(landing.get());
      }
    }
    return new Idle(board);
  }

  private void connect(PortRef other) {
    PortRef output = fixed.side() == Side.OUTPUT ? fixed : other;
    PortRef input = fixed.side() == Side.OUTPUT ? other : fixed;
    Optional<GraphEdge> old = replaced.flatMap(board.graph()::edge);
    if (old.filter(edge -> edge.from().equals(output) && edge.to().equals(input)).isEmpty()) {
      board.emit(
          replaced.isPresent()
              ? new CanvasIntent.Reconnect(replaced.get(), output, input)
              : new CanvasIntent.Connect(output, input));
    }
  }

  /** A new edge that ends in the void asks for a node there; an old one stays as it was. */
  private void letGo(Pointer pointer) {
    boolean onNode = board.hits().node(pointer.graph(), NodeKind.CARD).isPresent();
    if (replaced.isEmpty() && !onNode) {
      board.emit(new CanvasIntent.AddRequested(pointer.graph(), Optional.of(fixed)));
    }
  }

  @Override
  Gesture cancelled() {
    board.feedback().clear();
    return new Idle(board);
  }

  @Override
  boolean followsBorder() {
    return true;
  }
}
