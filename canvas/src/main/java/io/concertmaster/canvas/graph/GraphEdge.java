package io.concertmaster.canvas.graph;

/**
 * A connection from an output to an input.
 *
 * @param id unique among the edges
 * @param source the id of the node that it leaves; an edge of an unknown node is not drawn
 * @param output the id of the port that it leaves; an unknown port is drawn at the middle of the
 *     side
 * @param target the id of the node that it reaches
 * @param input the id of the port that it reaches
 * @param label the text of the pill in its middle, such as an item count, or empty
 * @param state what has come through
 * @param error whether it carries failures: dashed, in the colour of failure
 * @param attachment whether it carries nothing, since one card serves the other: dashed
 */
public record GraphEdge(
    String id,
    String source,
    String output,
    String target,
    String input,
    String label,
    EdgeState state,
    boolean error,
    boolean attachment) {

  /** An edge along which data flows. */
  public GraphEdge(
      String id,
      String source,
      String output,
      String target,
      String input,
      String label,
      EdgeState state,
      boolean error) {
    this(id, source, output, target, input, label, state, error, false);
  }

  /** An edge through which nothing has come. */
  public GraphEdge(String id, String source, String output, String target, String input) {
    this(id, source, output, target, input, "", EdgeState.NONE, false);
  }

  /** Whether its line is dashed. */
  public boolean dashed() {
    return error || attachment;
  }

  /** Where it begins. */
  public PortRef from() {
    return new PortRef(source, PortRef.Side.OUTPUT, output);
  }

  /** Where it ends. */
  public PortRef to() {
    return new PortRef(target, PortRef.Side.INPUT, input);
  }
}
