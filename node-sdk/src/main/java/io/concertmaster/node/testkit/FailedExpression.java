package io.concertmaster.node.testkit;

/** What a setting given by a function throws to stand for an expression that fails. */
public final class FailedExpression extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** An expression that fails with this message. */
  public FailedExpression(String message) {
    super(message);
  }

  @Override
  public String getMessage() {
    String message = super.getMessage();
    return message == null ? "" : message;
  }
}
