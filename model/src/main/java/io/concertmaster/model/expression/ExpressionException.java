package io.concertmaster.model.expression;

/**
 * An expression that cannot be compiled, or that failed while it was evaluated. The message is for
 * people, in one line.
 */
public final class ExpressionException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What kind of failure it is. */
  public enum Kind {
    /** The text is no expression. */
    SYNTAX,
    /** The text is JavaScript, but more than this evaluator does. */
    UNSUPPORTED,
    /** JavaScript's TypeError: a value cannot do what is asked of it. */
    TYPE,
    /** JavaScript's ReferenceError: no such name. */
    REFERENCE,
    /** JavaScript's RangeError: a number out of bounds. */
    RANGE,
    /** A node or item that the expression asks for is not there. */
    MISSING_DATA,
    /** It took too many steps or made too large a value. */
    LIMIT
  }

  private final Kind kind;
  private final int start;
  private final int end;

  /**
   * A failure at a place in the parameter's text.
   *
   * @param start the first character, from 0, counted in the whole parameter with its leading
   *     {@code =}
   * @param end the character after the last
   */
  public ExpressionException(Kind kind, String message, int start, int end) {
    super(message);
    this.kind = kind;
    this.start = start;
    this.end = end;
  }

  /** What kind of failure it is. */
  public Kind kind() {
    return kind;
  }

  /** The first character concerned, from 0. */
  public int start() {
    return start;
  }

  /** The character after the last one concerned. */
  public int end() {
    return end;
  }

  @Override
  public String getMessage() {
    String message = super.getMessage();
    return message == null ? "" : message;
  }
}
