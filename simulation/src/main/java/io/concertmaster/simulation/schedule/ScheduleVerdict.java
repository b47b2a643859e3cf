package io.concertmaster.simulation.schedule;

import io.concertmaster.node.Listening.Missed;
import io.concertmaster.simulation.judge.Broken;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;

/**
 * Holds the runs of a schedule against what was due.
 *
 * @param name of the schedule, with all that makes it
 * @param due what was due, from when it began to the end of the world
 * @param spells in which a process lived, oldest first
 */
record ScheduleVerdict(String name, NavigableSet<Instant> due, List<Spell> spells) {
  /**
   * Judges.
   *
   * @param runs the moments of its runs
   * @throws Broken where one was missed or doubled
   */
  void say(List<Instant> runs, Missed policy) {
    Set<Instant> once = new HashSet<>();
    for (Instant run : runs) {
      if (!once.add(run)) {
        throw new Broken(name + ": doubled " + run);
      }
      if (!due.contains(run)) {
        throw new Broken(name + ": a run at " + run + ", when nothing was due");
      }
    }
    Instant known = due.isEmpty() ? Instant.MAX : due.first().minusNanos(1);
    for (Spell spell : spells) {
      if (spell.isSeen() && spell.to().isAfter(known)) {
        after(known, spell, once, policy);
        known = spell.to().minus(Spell.UNCLEAR);
      }
    }
  }

  /** What must have had a run when a spell is over. */
  private void after(Instant known, Spell spell, Set<Instant> runs, Missed policy) {
    Instant to = spell.to().minus(Spell.UNCLEAR);
    Instant begun = spell.from().plus(Spell.LATE);
    Instant from = begun.isAfter(known) ? begun : known;
    if (from.isAfter(to)) {
      return;
    }
    for (Instant each : due.subSet(from, false, to, true)) {
      require(each, runs);
    }
    NavigableSet<Instant> meanwhile = due.subSet(known, false, from, true);
    if (policy == Missed.ALL) {
      meanwhile.forEach(each -> require(each, runs));
    } else if (policy == Missed.ONCE && !meanwhile.isEmpty()) {
      require(meanwhile.getLast(), runs);
    }
  }

  private void require(Instant moment, Set<Instant> runs) {
    if (!runs.contains(moment)) {
      throw new Broken(name + ": missed " + moment);
    }
  }
}
