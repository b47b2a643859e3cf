package io.concertmaster.simulation.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The moments of a rule, counted by hand: by walking through all seconds and looking at the clock.
 * Written from docs/triggers.md, not from the engine.
 */
final class ByHand {
  private final Labels labels;

  ByHand(Labels labels) {
    this.labels = labels;
  }

  /** The moments after one, up to the end of the days. */
  NavigableSet<Instant> moments(Rule rule, Instant since) {
    return switch (rule) {
      case Rule.Shown shown -> new TreeSet<>(shown(shown, since).keySet());
      case Rule.Counted counted -> counted(counted, since);
      case Rule.Spans spans -> spans(spans, since);
    };
  }

  /** The moments, each with the times that are named so. */
  private NavigableMap<Instant, NavigableSet<Long>> shown(Rule.Shown rule, Instant since) {
    NavigableMap<Instant, NavigableSet<Long>> found = new TreeMap<>();
    Set<Long> seen = new HashSet<>();
    for (int at = 1; at < labels.count(); at++) {
      long now = labels.shown(at);
      long before = labels.shown(at - 1);
      Instant moment = labels.moment(at);
      if (now > before + 1) {
        leap(rule, before + 1, now, moment, found);
      }
      if (rule.is(now) && (rule.repeats() || seen.add(now))) {
        named(found, moment, now);
      }
    }
    found.headMap(since, true).clear();
    return found;
  }

  private static void named(
      NavigableMap<Instant, NavigableSet<Long>> found, Instant moment, long time) {
    found.computeIfAbsent(moment, none -> new TreeSet<>()).add(time);
  }

  /** Times that the clock leaps over: from one to another, at a moment. */
  private static void leap(
      Rule.Shown rule,
      long from,
      long to,
      Instant moment,
      NavigableMap<Instant, NavigableSet<Long>> found) {
    for (long each = from; each < to; each++) {
      if (rule.is(each) && (!rule.repeats() || isMissedInItsHour(rule, each, from, to))) {
        named(found, moment, each);
      }
    }
  }

  /** Whether an hour that should have a run would have none. */
  private static boolean isMissedInItsHour(Rule.Shown rule, long time, long from, long to) {
    long hour = Math.floorDiv(time, 3_600L) * 3_600;
    boolean shown = false;
    for (long each = hour; each < hour + 3_600; each++) {
      if (each < from || each >= to) {
        shown = true;
        if (rule.is(each)) {
          return false;
        }
      }
    }
    return shown || rule.namesHours();
  }

  private NavigableSet<Instant> counted(Rule.Counted rule, Instant since) {
    NavigableMap<Instant, NavigableSet<Long>> all = shown(rule.times(), since);
    NavigableSet<Instant> found = new TreeSet<>();
    if (!all.isEmpty()) {
      LocalDate first = Labels.time(all.firstEntry().getValue().getFirst()).toLocalDate();
      all.forEach((moment, times) -> {
        for (long time : times) {
          long gone = gone(rule.unit(), first, Labels.time(time).toLocalDate());
          if (gone % rule.every() == 0) {
            found.add(moment);
          }
        }
      });
    }
    return found;
  }

  private static long gone(ChronoUnit unit, LocalDate first, LocalDate day) {
    return switch (unit) {
      case DAYS -> ChronoUnit.DAYS.between(first, day);
      case WEEKS -> ChronoUnit.WEEKS.between(sunday(first), sunday(day));
      default -> ChronoUnit.MONTHS.between(first.withDayOfMonth(1), day.withDayOfMonth(1));
    };
  }

  private static LocalDate sunday(LocalDate day) {
    return day.minusDays(day.getDayOfWeek().getValue() % 7);
  }

  private NavigableSet<Instant> spans(Rule.Spans rule, Instant since) {
    LocalDate today = Labels.time(labels.shown(labels.place(since))).toLocalDate();
    int midnight = 0;
    while (!day(midnight).equals(today)) {
      midnight++;
    }
    NavigableSet<Instant> found = new TreeSet<>();
    for (long at = midnight + rule.late(); at < labels.count(); at += rule.seconds()) {
      found.add(labels.moment((int) at));
    }
    return new TreeSet<>(found.tailSet(since, false));
  }

  private LocalDate day(int second) {
    LocalDateTime time = Labels.time(labels.shown(second));
    return time.toLocalDate();
  }
}
