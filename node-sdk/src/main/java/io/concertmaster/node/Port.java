package io.concertmaster.node;

/**
 * A place at which connections end or begin.
 *
 * @param id the name in files: a lower-case slug such as {@code main}, {@code true}, {@code rule1}
 * @param label the name on the canvas; empty where the only port needs none
 */
public record Port(String id, String label) {
  /** The id of the port that needs no name; files leave it out. */
  public static final String MAIN = "main";

  /** The id of the output that the engine adds to a node whose policy sends errors to an output. */
  public static final String ERROR = "error";

  public Port {
    if (!id.matches("[a-z][A-Za-z0-9_-]{0,63}")) {
      throw new IllegalArgumentException("not a port id: " + id);
    }
  }

  /** The port that needs no name. */
  public static Port main() {
    return new Port(MAIN, "");
  }
}
