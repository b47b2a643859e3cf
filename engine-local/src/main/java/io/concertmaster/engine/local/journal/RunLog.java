package io.concertmaster.engine.local.journal;

import io.concertmaster.engine.local.plan.Event;
import io.concertmaster.engine.local.sqlite.StoreException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Where one run's events are added. Once an event could not be written none is any more, so that a
 * journal never has a gap: the run is then read anew. Used under the run's lock.
 */
public final class RunLog {
  private final Journal journal;
  private final long run;
  private long next;
  private volatile @Nullable StoreException broken;

  /**
   * The log of a run.
   *
   * @param next how many events it has
   */
  public RunLog(Journal journal, long run, long next) {
    this.journal = journal;
    this.run = run;
    this.next = next;
  }

  /**
   * Queues events.
   *
   * @param change of the run's row, together with the events
   * @param kept what the workflow keeps from now on, together with them
   * @return completes when they are durable
   */
  public CompletableFuture<Void> append(
      Instant at, Optional<RunChange> change, List<StaticData> kept, List<Event> events) {
    List<Recorded> recorded = new ArrayList<>(events.size());
    for (Event event : events) {
      recorded.add(new Recorded(next++, at, event));
    }
    return noted(recorded, journal.append(run, recorded, change, kept, at, this::check));
  }

  /** Counts events when they are durable; takes no more events when they could not be written. */
  private CompletableFuture<Void> noted(List<Recorded> events, CompletableFuture<Void> written) {
    return written.whenComplete((nothing, failure) -> {
      if (failure == null) {
        journal.counts().add(events);
      } else if (broken == null) {
        broken =
            failure instanceof StoreException known
                ? known
                : new StoreException(
                    StoreException.Kind.FAILED, String.valueOf(failure.getMessage()), failure);
      }
    });
  }

  /**
   * Queues the event that the run goes by another definition from here on, and pins its row to it.
   *
   * @param hash of the definition's text
   * @return completes when all is durable
   */
  public CompletableFuture<Void> upgrade(Instant at, Event event, String hash, String text) {
    Recorded recorded = new Recorded(next++, at, event);
    return noted(List.of(recorded), journal.upgrade(run, recorded, hash, text, this::check));
  }

  private void check() {
    StoreException reason = broken;
    if (reason != null) {
      // Of the kind that concerns this run alone: the other writes of the group go through.
      throw new StoreException(StoreException.Kind.FAILED, reason.getMessage(), reason);
    }
  }
}
