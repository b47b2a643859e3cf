package io.concertmaster.canvas.graph;

/**
 * One port of one node.
 *
 * @param node the node's id
 * @param side whether it is an input or an output
 * @param port the port's id
 */
public record PortRef(String node, Side side, String port) {
  /** The two sides of a card. */
  public enum Side {
    /** On the left. */
    INPUT,
    /** On the right. */
    OUTPUT;

    /** The other one. */
    public Side opposite() {
      return this == INPUT ? OUTPUT : INPUT;
    }
  }
}
