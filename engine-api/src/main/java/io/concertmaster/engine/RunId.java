package io.concertmaster.engine;

/**
 * The name of a run: counts up in one store, so that people can say “run 42”.
 *
 * @param number from 1
 */
public record RunId(long number) {
  public RunId {
    if (number < 1) {
      throw new IllegalArgumentException("runs count from 1");
    }
  }

  /** The number as text. */
  @Override
  public String toString() {
    return Long.toString(number);
  }
}
