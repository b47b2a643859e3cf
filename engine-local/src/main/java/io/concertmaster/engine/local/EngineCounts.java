package io.concertmaster.engine.local;

import io.concertmaster.engine.EngineMetrics;
import io.concertmaster.engine.local.items.Blobs;
import io.concertmaster.engine.local.journal.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How an engine does, from the counts of its parts. */
final class EngineCounts {
  private EngineCounts() {}

  static EngineMetrics of(Path home, Journal journal, Blobs blobs, int runs) {
    return new EngineMetrics(
        runs,
        journal.counts().steps(),
        journal.counts().stepsPerSecond(),
        journal.counts().events(),
        journal.queued(),
        journal.times().quantile(0.5),
        journal.times().quantile(0.99),
        blobs.queued(),
        blobs.commitTime(0.5),
        blobs.commitTime(0.99),
        size(Home.journal(home)),
        size(Home.items(home)));
  }

  static EngineMetrics idle(Path home) {
    return EngineMetrics.idle(size(Home.journal(home)), size(Home.items(home)));
  }

  /** Bytes of a database and of the log that belongs to it. */
  private static long size(Path database) {
    long size = 0;
    for (Path each : new Path[] {database, Path.of(database + "-wal")}) {
      try {
        size += Files.exists(each) ? Files.size(each) : 0;
      } catch (IOException e) {
        // It was just taken away: the log is when a store closes.
      }
    }
    return size;
  }
}
