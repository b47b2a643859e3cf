package io.concertmaster.engine.local.journal;

import io.concertmaster.engine.local.plan.Event;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * An event in its place.
 *
 * @param seq its number in the run, from 0
 * @param at when it happened, in whole milliseconds
 */
public record Recorded(long seq, Instant at, Event event) {
  /** The folder against which a run's paths count, as its first event tells it. */
  public static Path folder(List<Recorded> run) {
    return run.getFirst().event() instanceof Event.RunStarted start
        ? Path.of(start.folder())
        : Path.of("").toAbsolutePath();
  }
}
