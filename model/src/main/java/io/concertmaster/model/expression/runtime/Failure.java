package io.concertmaster.model.expression.runtime;

import io.concertmaster.model.expression.ExpressionException;
import io.concertmaster.model.expression.ExpressionException.Kind;

/**
 * A failure inside the evaluator, on its way to the block's edge. There it either becomes {@code
 * undefined} (JavaScript's TypeError and ReferenceError, as in n8n) or an {@link
 * ExpressionException}. It carries no stack trace: it is an outcome of the language, not of the
 * program.
 */
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final boolean quiet;
  private int start = -1;
  private int end = -1;

  private Failure(Kind kind, String message, boolean quiet) {
    super(message, null, false, false);
    this.kind = kind;
    this.quiet = quiet;
  }

  /** JavaScript's TypeError: the block gives {@code undefined}. */
  public static Failure type(String message) {
    return new Failure(Kind.TYPE, message, true);
  }

  /** JavaScript's ReferenceError: the block gives {@code undefined}. */
  public static Failure reference(String message) {
    return new Failure(Kind.REFERENCE, message, true);
  }

  /** A failure that reaches the person. */
  public static Failure raised(Kind kind, String message) {
    return new Failure(kind, message, false);
  }

  /** This failure at a place in the parameter, unless it knows a nearer one. */
  public Failure at(int first, int afterLast) {
    if (start < 0) {
      start = first;
      end = afterLast;
    }
    return this;
  }

  /** Whether the block gives {@code undefined} instead of failing. */
  public boolean quiet() {
    return quiet;
  }

  /** The failure as callers see it. */
  public ExpressionException toException() {
    String message = getMessage();
    return new ExpressionException(
        kind, message == null ? "" : message, Math.max(start, 0), Math.max(end, 0));
  }
}
