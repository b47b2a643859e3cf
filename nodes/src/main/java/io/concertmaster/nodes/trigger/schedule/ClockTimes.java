package io.concertmaster.nodes.trigger.schedule;

import io.concertmaster.node.Timetable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Optional;

/**
 * The moments at which the clock of a zone shows given times.
 *
 * <p>Design note: when a zone changes its offset. <b>Times of the day</b> come once each day. One
 * that the clock leaps over comes at the moment after the leap (several of them, once); one that it
 * shows twice comes the first time. <b>What repeats</b> goes on with real time: whenever the clock
 * shows such a time, so that an hour that comes twice has its runs twice. Leapt over, it comes at
 * the moment after the leap only where an hour would be without a run: an hour of which the clock
 * shows a part (a zone leaps by half an hour), or one that the schedule names.
 */
record ClockTimes(TimesOfDay times, ZoneId zone) implements Timetable {
  @Override
  public Optional<Instant> after(Instant moment) {
    return times.repeats() ? repeated(moment) : named(moment).map(this::moment);
  }

  /** The time of the day that is due next after a moment, as it is named. */
  Optional<LocalDateTime> named(Instant moment) {
    LocalDateTime shown = LocalDateTime.ofInstant(moment, zone);
    Optional<LocalDateTime> next = times.from(shown.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1));
    while (next.isPresent() && !moment(next.get()).isAfter(moment)) {
      // The clock shows it for the second time: the first one counted.
      next = times.from(next.get().plusSeconds(1));
    }
    return next;
  }

  /** When a time of the day is due. */
  private Instant moment(LocalDateTime time) {
    ZoneOffsetTransition change = zone.getRules().getTransition(time);
    if (change == null) {
      return time.toInstant(zone.getRules().getOffset(time));
    }
    return change.isGap() ? change.getInstant() : time.toInstant(change.getOffsetBefore());
  }

  private Optional<Instant> repeated(Instant moment) {
    ZoneRules rules = zone.getRules();
    ZoneOffset offset = rules.getOffset(moment);
    LocalDateTime from =
        LocalDateTime.ofEpochSecond(moment.getEpochSecond(), 0, offset).plusSeconds(1);
    ZoneOffsetTransition change = rules.nextTransition(moment);
    while (true) {
      Optional<LocalDateTime> next = times.from(from);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      Instant found = next.get().toInstant(offset);
      if (change == null || found.isBefore(change.getInstant())) {
        return Optional.of(found);
      }
      if (change.isGap() && leavesAnHourWithout(change)) {
        return Optional.of(change.getInstant());
      }
      offset = change.getOffsetAfter();
      from = change.getDateTimeAfter();
      change = rules.nextTransition(change.getInstant());
    }
  }

  /** Whether an hour loses all its times to a leap of the clock, and should not. */
  private boolean leavesAnHourWithout(ZoneOffsetTransition leap) {
    LocalDateTime from = leap.getDateTimeBefore();
    LocalDateTime to = leap.getDateTimeAfter();
    LocalDateTime hour = from.truncatedTo(ChronoUnit.HOURS);
    while (hour.isBefore(to)) {
      LocalDateTime end = hour.plusHours(1);
      boolean shown = hour.isBefore(from) || end.isAfter(to);
      boolean loses = times.between(later(hour, from), earlier(end, to));
      boolean keeps =
          times.between(hour, earlier(from, end)) || times.between(later(to, hour), end);
      if (loses && !keeps && (shown || times.namesHours())) {
        return true;
      }
      hour = end;
    }
    return false;
  }

  private static LocalDateTime later(LocalDateTime one, LocalDateTime other) {
    return one.isAfter(other) ? one : other;
  }

  private static LocalDateTime earlier(LocalDateTime one, LocalDateTime other) {
    return one.isBefore(other) ? one : other;
  }
}
