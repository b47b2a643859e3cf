package io.concertmaster.node;

/**
 * A place at which connections end or begin.
 *
 * @param id the name in files: a lower-case slug such as {@code main}, {@code true}, {@code rule1}
 * @param label the name on the canvas; empty where the only port needs none
 * @param attachment whether it carries no items: one node serves another by it, as a model serves
 *     an agent. Such connections neither start a node nor count as inputs
 */
public record Port(String id, String label, boolean attachment) {
  /** The id of the port that needs no name; files leave it out. */
  public static final String MAIN = "main";

  /** The id of the output that the engine adds to a node whose policy sends errors to an output. */
  public static final String ERROR = "error";

  public Port {
    if (!id.matches("[a-z][A-Za-z0-9_-]{0,63}")) {
      throw new IllegalArgumentException("not a port id: " + id);
    }
  }

  /** A port through which items flow. */
  public Port(String id, String label) {
    this(id, label, false);
  }

  /** A port through which one node serves another; no items flow. */
  public static Port attachment(String id, String label) {
    return new Port(id, label, true);
  }

  /** The port that needs no name. */
  public static Port main() {
    return new Port(MAIN, "");
  }
}
