package io.concertmaster.canvas.graph;

import java.util.List;

/**
 * A card or a note.
 *
 * @param id unique among the nodes
 * @param kind card or note
 * @param x left edge, in graph units (pixels at 100 %)
 * @param y top edge, in graph units
 * @param width in graph units; 0 for the natural width
 * @param height in graph units; 0 for the natural height
 * @param title the name, cut with an ellipsis where it is too long; a note has none
 * @param subtitle the second line, or empty
 * @param text a note's text: lines, of which {@code # heading}, {@code **bold**} and {@code - list}
 *     are understood
 * @param icon the picture on the tile
 * @param role the key of the tile's or note's colour in the theme
 * @param state how it is doing
 * @param badge a short text in place of the state's sign, such as a count, or empty
 * @param mark how bad its problem is
 * @param problem the problem in one line, shown on hovering over the mark; empty without one
 * @param disabled whether it is passed over: drawn pale
 * @param inputs the ports on the left, from the top; attachments at the bottom, from the left
 * @param outputs the ports on the right, from the top; attachments at the top, from the left
 */
public record GraphNode(
    String id,
    NodeKind kind,
    double x,
    double y,
    double width,
    double height,
    String title,
    String subtitle,
    String text,
    NodeIcon icon,
    String role,
    NodeState state,
    String badge,
    Mark mark,
    String problem,
    boolean disabled,
    List<GraphPort> inputs,
    List<GraphPort> outputs) {

  public GraphNode {
    if (!Double.isFinite(x) || !Double.isFinite(y)) {
      throw new IllegalArgumentException("node " + id + " is nowhere: " + x + ", " + y);
    }
    if (!(width >= 0 && height >= 0) || width > 1e6 || height > 1e6) {
      throw new IllegalArgumentException("node " + id + " has the size " + width + " × " + height);
    }
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  /** Begins a card. */
  public static GraphNodeBuilder card(String id, String title) {
    return new GraphNodeBuilder(id, NodeKind.CARD).title(title);
  }

  /** Begins a note. */
  public static GraphNodeBuilder note(String id, String text) {
    return new GraphNodeBuilder(id, NodeKind.NOTE).text(text).role("yellow");
  }

  /** The ports of one side. */
  public List<GraphPort> ports(PortRef.Side side) {
    return side == PortRef.Side.INPUT ? inputs : outputs;
  }

  /** This at another place. */
  public GraphNode at(double newX, double newY) {
    return resized(newX, newY, width, height);
  }

  /** This at another place in another size. */
  public GraphNode resized(double newX, double newY, double newWidth, double newHeight) {
    return new GraphNode(
        id, kind, newX, newY, newWidth, newHeight, title, subtitle, text, icon, role, state, badge,
        mark, problem, disabled, inputs, outputs);
  }
}
