package io.concertmaster.node;

/** The groups in which the palette shows nodes, in its order; each has one colour. */
public enum Family {
  TRIGGERS("Triggers"),
  FLOW("Flow"),
  DATA("Data"),
  FILES("Files"),
  CONNECT("Connect"),
  NOTES("Notes");

  private final String label;

  Family(String label) {
    this.label = label;
  }

  /** The name as a heading. */
  public String label() {
    return label;
  }
}
