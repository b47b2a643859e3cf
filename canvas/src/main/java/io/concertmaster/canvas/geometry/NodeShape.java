package io.concertmaster.canvas.geometry;

import io.concertmaster.canvas.graph.GraphNode;
import io.concertmaster.canvas.graph.GraphPort;
import io.concertmaster.canvas.graph.NodeKind;
import io.concertmaster.canvas.graph.PortRef.Side;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/** The size of a node and the places of its ports, in graph units. */
public final class NodeShape {
  /** Natural width of a card. */
  public static final double CARD_WIDTH = 176;

  /** Natural height of a card with up to two ports a side. */
  public static final double CARD_HEIGHT = 58;

  /** Height that a card needs for each port from the third on. */
  public static final double PORT_PITCH = 22;

  /** Natural width of a note. */
  public static final double NOTE_WIDTH = 240;

  /** Natural height of a note. */
  public static final double NOTE_HEIGHT = 100;

  /** Smallest width and height to which a note can be resized. */
  public static final Rectangle2D NOTE_MINIMUM = new Rectangle2D(0, 0, 80, 40);

  /** How far an error output lies above the lower edge when it accompanies a single other one. */
  private static final double ERROR_FROM_BOTTOM = 13;

  /** The part of the lower side, at its right end, that belongs to the mark of a problem. */
  private static final double MARK = 32;

  private NodeShape() {}

  /** The rectangle that a node covers, without badges and shadow. */
  public static Rectangle2D bounds(GraphNode node) {
    return new Rectangle2D(node.x(), node.y(), width(node), height(node));
  }

  private static double width(GraphNode node) {
    if (node.width() > 0) {
      return node.width();
    }
    return node.kind() == NodeKind.NOTE ? NOTE_WIDTH : CARD_WIDTH;
  }

  private static double height(GraphNode node) {
    if (node.height() > 0) {
      return node.height();
    }
    if (node.kind() == NodeKind.NOTE) {
      return NOTE_HEIGHT;
    }
    int ports = Math.max(flowing(node.inputs()).size(), flowing(node.outputs()).size());
    return ports < 3 ? CARD_HEIGHT : Math.max(CARD_HEIGHT, ports * PORT_PITCH);
  }

  /** Where the port at an index of a side lies. */
  public static Point2D port(GraphNode node, Side side, int index) {
    Rectangle2D bounds = bounds(node);
    List<GraphPort> ports = node.ports(side);
    if (ports.get(index).attachment()) {
      List<GraphPort> attached = ports.stream().filter(GraphPort::attachment).toList();
      double part = (attached.indexOf(ports.get(index)) + 0.5) / attached.size();
      return side == Side.INPUT
          ? new Point2D(bounds.getMinX() + (bounds.getWidth() - MARK) * part, bounds.getMaxY())
          : new Point2D(bounds.getMinX() + bounds.getWidth() * part, bounds.getMinY());
    }
    List<GraphPort> flowing = flowing(ports);
    double x = side == Side.INPUT ? bounds.getMinX() : bounds.getMaxX();
    double offset = offset(flowing, flowing.indexOf(ports.get(index)), bounds.getHeight());
    return new Point2D(x, bounds.getMinY() + offset);
  }

  private static List<GraphPort> flowing(List<GraphPort> ports) {
    return ports.stream().anyMatch(GraphPort::attachment)
        ? ports.stream().filter(port -> !port.attachment()).toList()
        : ports;
  }

  /** Where the port of an id lies; the middle of the side when the node has no such port. */
  public static Point2D port(GraphNode node, Side side, String port) {
    List<GraphPort> ports = node.ports(side);
    for (int i = 0; i < ports.size(); i++) {
      if (ports.get(i).id().equals(port)) {
        return port(node, side, i);
      }
    }
    Rectangle2D bounds = bounds(node);
    double x = side == Side.INPUT ? bounds.getMinX() : bounds.getMaxX();
    return new Point2D(x, bounds.getMinY() + bounds.getHeight() / 2);
  }

  /**
   * Ports share the side evenly; one beside an error output keeps the middle, so that a chain stays
   * straight.
   */
  private static double offset(List<GraphPort> ports, int index, double height) {
    if (ports.size() == 2 && ports.get(1).error()) {
      return index == 0 ? height / 2 : height - ERROR_FROM_BOTTOM;
    }
    return height * (index + 0.5) / ports.size();
  }
}
