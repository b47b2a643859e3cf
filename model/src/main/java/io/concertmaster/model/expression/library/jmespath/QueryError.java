package io.concertmaster.model.expression.library.jmespath;

/** A text that is no query. */
final class QueryError extends Exception {
  private static final long serialVersionUID = 1L;

  QueryError(String message, int at) {
    super(message + " (character " + (at + 1) + " of the query)", null, false, false);
  }

  String message() {
    return String.valueOf(getMessage());
  }
}
