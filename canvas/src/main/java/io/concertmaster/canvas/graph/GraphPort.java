package io.concertmaster.canvas.graph;

/**
 * A place on a card at which edges begin or end.
 *
 * @param id unique among the ports of its side
 * @param label the text beside it, or empty
 * @param error whether it is the way out for failures: drawn in the colour of failure
 */
public record GraphPort(String id, String label, boolean error) {
  /** A port without the role of error output. */
  public GraphPort(String id, String label) {
    this(id, label, false);
  }
}
