package io.concertmaster.engine.local.run;

import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.local.journal.JournalReader;
import io.concertmaster.engine.local.journal.Recorded;
import io.concertmaster.engine.local.journal.RunRow;
import io.concertmaster.engine.local.sqlite.StoreException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Newest events of runs that the index of events does not find.
 *
 * <p>Design note. Events are read by their index. A wrong bit in it hides an event: one between
 * others shows by the numbers of the rest, the newest one does not, and the run would stand where
 * it stood before, or do a step again. Of a run that has ended or waits its row tells how many
 * there are. Of one that was cut short nothing else tells it: what stands in the table behind its
 * newest event is looked through, when the first of such runs is taken up and for all of them at
 * once, since each walk goes to the end of the table.
 */
final class LostEvents {
  private final JournalReader journal;
  private final Predicate<Long> inHands;
  private final Set<Long> looked = new HashSet<>();
  private final Set<Long> lost = new HashSet<>();

  /**
   * @param inHands whether a run is in the engine's hands
   */
  LostEvents(JournalReader journal, Predicate<Long> inHands) {
    this.journal = journal;
    this.inHands = inHands;
  }

  /** Whether the table has a newer event of a run that was cut short than the index. */
  synchronized boolean hasNewer(long run) {
    if (!looked.remove(run)) {
      Set<Long> runs = cutShort();
      runs.removeAll(looked);
      looked.addAll(runs);
      looked.remove(run);
      runs.add(run);
      lost.addAll(journal.hiddenByIndex(runs));
    }
    return lost.remove(run);
  }

  /** The runs that were cut short and are in nobody's hands. */
  private Set<Long> cutShort() {
    return journal.unfinished().stream()
        .filter(row -> row.status() == RunStatus.RUNNING)
        .map(RunRow::id)
        .filter(run -> !inHands.test(run))
        .collect(Collectors.toCollection(HashSet::new));
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
