package io.concertmaster.engine.local;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.local.items.Blobs;
import io.concertmaster.engine.local.items.Sweep;
import io.concertmaster.engine.local.journal.Journal;
import io.concertmaster.engine.local.journal.JournalScan;
import io.concertmaster.engine.local.journal.Pruning;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes away the runs that a {@link Retention} does not keep, and what only they used. */
final class Pruner {
  private static final int EVENTS = 10_000;

  /** Of the runs that may go so many go at once, where the size is to shrink: one in so many. */
  private static final int PART = 8;

  private final Path home;
  private final Journal journal;
  private final Blobs blobs;

  Pruner(Path home, Journal journal, Blobs blobs) {
    this.home = home;
    this.journal = journal;
    this.blobs = blobs;
  }

  /**
   * Does so; runs go on meanwhile. What was taken away when it is interrupted stays away.
   *
   * @return how many runs went
   */
  long prune(Retention retention, Instant now) throws EngineException, InterruptedException {
    try (var _ = Maintenance.begin(home)) {
      Pruning pruning = journal.pruning();
      List<Pruning.Candidate> left = new ArrayList<>(pruning.candidates());
      List<Long> go = new ArrayList<>();
      int staying = pruning.newestHasEnded() ? 1 : 0;
      while (!left.isEmpty() && exceeds(retention, left, staying, now)) {
        go.add(left.removeFirst().run());
      }
      pruning.delete(go);
      long gone = go.size();
      boolean clean = cleanUp(pruning);
      while (clean
          && retention.maxBytes().isPresent()
          && !left.isEmpty()
          && pruning.used() + blobs.used() > retention.maxBytes().getAsLong()) {
        List<Pruning.Candidate> oldest = left.subList(0, 1 + (left.size() - 1) / PART);
        pruning.delete(oldest.stream().map(Pruning.Candidate::run).toList());
        gone += oldest.size();
        oldest.clear();
        clean = cleanUp(pruning);
      }
      return gone;
    }
  }

  /**
   * Whether the oldest run that may go is to.
   *
   * @param staying how many runs have ended and stay, whatever is to go
   */
  private static boolean exceeds(
      Retention retention, List<Pruning.Candidate> left, int staying, Instant now) {
    boolean many =
        retention.keep().isPresent() && left.size() + staying > retention.keep().getAsLong();
    return many
        || retention
            .olderThan()
            .filter(age -> left.getFirst().ended().isBefore(now.minus(age)))
            .isPresent();
  }

  /**
   * Takes away the items that no run names any more, and gives the room back.
   *
   * @return false when a step is under way for long: then the items go the next time
   */
  private boolean cleanUp(Pruning pruning) throws InterruptedException {
    pruning.shrink();
    Optional<Sweep> possible = blobs.sweep();
    if (possible.isEmpty()) {
      return false;
    }
    try (Sweep sweep = possible.get()) {
      JournalScan scan = journal.reader().scan();
      List<JournalScan.Body> bodies = scan.bodies(0, EVENTS);
      while (!bodies.isEmpty()) {
        bodies.forEach(each -> sweep.name(each.text()));
        bodies = scan.bodies(bodies.getLast().pos(), EVENTS);
      }
      sweep.sweep();
    }
    blobs.shrink();
    return true;
  }
}
