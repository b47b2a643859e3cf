package io.concertmaster.model.expression.library.regexp;

/** A pattern that is none. */
public final class PatternError extends Exception {
  private static final long serialVersionUID = 1L;

  PatternError(String message) {
    super("the regular expression is not right: " + message, null, false, false);
  }

  /** What is wrong. */
  public String message() {
    return String.valueOf(getMessage());
  }
}
