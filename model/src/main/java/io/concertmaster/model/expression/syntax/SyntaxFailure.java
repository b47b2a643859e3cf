package io.concertmaster.model.expression.syntax;

/** Text that is no expression, at a place counted in the whole parameter. */
public final class SyntaxFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int start;
  private final int end;

  /** A problem at a place. */
  public SyntaxFailure(String message, int start, int end) {
    super(message, null, false, false);
    this.start = start;
    this.end = end;
  }

  /** The first character concerned. */
  public int start() {
    return start;
  }

  /** The character after the last one concerned. */
  public int end() {
    return end;
  }

  /** What is wrong. */
  public String message() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
