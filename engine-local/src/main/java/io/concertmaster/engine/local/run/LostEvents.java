package io.concertmaster.engine.local.run;

import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.local.journal.JournalReader;
import io.concertmaster.engine.local.journal.Recorded;
import io.concertmaster.engine.local.journal.RunRow;
import io.concertmaster.engine.local.sqlite.StoreException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Newest events of runs that the index of events does not find.
 *
 * <p>Design note. Events are read by their index. A wrong bit in it hides an event: one between
 * others shows by the numbers of the rest, the newest one does not, and the run would stand where
 * it stood before, or do a step again. Of a run that has ended or waits its row tells how many
 * there are. Of one that was cut short nothing else tells it: what stands in the table behind its
 * newest event is looked through, once for all such runs.
 */
final class LostEvents {
  private final JournalReader journal;
  private final Set<Long> looked = new HashSet<>();
  private final Set<Long> lost = new HashSet<>();

  LostEvents(JournalReader journal) {
    this.journal = journal;
  }

  /** Looks once for newer events of all those runs that were cut short: they are loaded soon. */
  void lookFor(List<RunRow> unfinished) {
    look(
        unfinished.stream()
            .filter(row -> row.status() == RunStatus.RUNNING)
            .map(RunRow::id)
            .toList());
  }

  private synchronized void look(Collection<Long> runs) {
    if (!runs.isEmpty()) {
      looked.addAll(runs);
      lost.addAll(journal.hiddenByIndex(runs));
    }
  }

  /** Whether the table has a newer event of a run that was cut short than the index. */
  synchronized boolean hasNewer(long run) {
    if (!looked.remove(run)) {
      look(List.of(run));
      looked.remove(run);
    }
    return lost.remove(run);
  }

  /**
   * The events of a run by the index, or from the table, where the row tells of more.
   *
   * @throws StoreException when one is missing or damaged
   */
  static List<Recorded> read(JournalReader journal, long run) {
    long fewest = journal.fewestEvents(run); // before the events: these only become more
    List<Recorded> events = journal.events(run);
    return events.size() < fewest ? journal.eventsOfTable(run, fewest) : events;
  }
}
