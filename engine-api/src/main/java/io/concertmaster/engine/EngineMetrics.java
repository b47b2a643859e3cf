package io.concertmaster.engine;

import java.time.Duration;

/**
 * How an engine does. Rates and times are those of the last minute.
 *
 * @param runs in its hands, those that wait among them
 * @param steps that ended well since it was opened, and are durable
 * @param stepsPerSecond of these
 * @param events of the journal that became durable since it was opened
 * @param queued writes of the journal that wait for the disk
 * @param commitMedian from the queueing of a write of the journal to its being durable; zero where
 *     there was none
 * @param commitP99 99 of 100 writes are durable after this time, at most an eighth too long
 * @param itemsQueued writes of items and files that wait for the disk
 * @param itemsMedian like {@code commitMedian}, of the writes of items and files
 * @param itemsP99 like {@code commitP99}, of the writes of items and files
 * @param journalBytes size of what happened in runs, on the disk
 * @param itemBytes size of the items and files that runs handled, on the disk
 */
public record EngineMetrics(
    int runs,
    long steps,
    double stepsPerSecond,
    long events,
    int queued,
    Duration commitMedian,
    Duration commitP99,
    int itemsQueued,
    Duration itemsMedian,
    Duration itemsP99,
    long journalBytes,
    long itemBytes) {
  public EngineMetrics {
    if (runs < 0
        || steps < 0
        || stepsPerSecond < 0
        || events < 0
        || queued < 0
        || itemsQueued < 0) {
      throw new IllegalArgumentException("what an engine did counts from 0");
    }
  }

  /** Of an engine that does nothing but hold a store of this size. */
  public static EngineMetrics idle(long journalBytes, long itemBytes) {
    return new EngineMetrics(
        0,
        0,
        0,
        0,
        0,
        Duration.ZERO,
        Duration.ZERO,
        0,
        Duration.ZERO,
        Duration.ZERO,
        journalBytes,
        itemBytes);
  }
}
