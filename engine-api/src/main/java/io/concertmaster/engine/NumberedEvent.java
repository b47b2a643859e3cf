package io.concertmaster.engine;

/**
 * Something that happened in a run, with its place in what happened there. Numbers grow, with gaps;
 * the same event has the same number whenever it is told.
 *
 * @param number from 1
 */
public record NumberedEvent(long number, RunEvent event) {
  public NumberedEvent {
    if (number < 1) {
      throw new IllegalArgumentException("events of a run count from 1");
    }
  }
}
