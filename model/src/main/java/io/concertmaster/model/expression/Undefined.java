package io.concertmaster.model.expression;

/**
 * ECMAScript's {@code undefined}: what an expression gives where there is nothing. It is no data:
 * who stores a result decides what becomes of it (a field is left out, an element becomes null).
 */
public enum Undefined {
  /** The one value. */
  VALUE;

  @Override
  public String toString() {
    return "undefined";
  }
}
