package io.concertmaster.designer.window;

import java.util.concurrent.CompletionException;

/** What went wrong with something that was asked for and answered later. */
public final class Failure {
  private Failure() {}

  /** What was thrown first: stages that stand on one that failed wrap it. */
  public static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException wrapped && wrapped.getCause() != null
        ? wrapped.getCause()
        : failure;
  }

  /** It in words for people; the kind of it where it has none. */
  public static String words(Throwable failure) {
    Throwable cause = cause(failure);
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }
}
