package io.concertmaster.engine.local.trigger;

import io.concertmaster.engine.ActiveTrigger;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.local.journal.Moment;
import io.concertmaster.engine.local.journal.ScheduleRow;
import io.concertmaster.node.Listening;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One schedule of an active workflow. Used under the lock of its workflow. */
final class ClockListener {
  /**
   * A clock that was put back by more than this had been wrong before: the schedule goes on from
   * the new time. By less, it waits until the clock has come again to where it was.
   */
  static final Duration WRONG = Duration.ofDays(2);

  private final String node;
  private final String name;
  private final Listening.Clock listening;
  private ScheduleRow row;
  private @Nullable String problem;

  ClockListener(String name, Listening.Clock listening, ScheduleRow row) {
    this.node = row.node();
    this.name = name;
    this.listening = listening;
    this.row = row;
  }

  String node() {
    return node;
  }

  Listening.Clock listening() {
    return listening;
  }

  ScheduleRow row() {
    return row;
  }

  void moved(ScheduleRow further) {
    row = further;
  }

  /** The moment of this schedule at a time. */
  Moment moment(Instant at) {
    return new Moment(row.workflow(), node, at);
  }

  void fails(String why) {
    problem = why;
  }

  void works() {
    problem = null;
  }

  /** For what it waits. */
  Optional<Instant> next() {
    return listening.times().after(row.settled());
  }

  DueMoments due(Instant now) {
    return DueMoments.of(listening.times(), row.settled(), now, listening.missed());
  }

  /** Whether the clock was wrong before, so that the schedule begins anew from now on. */
  boolean beginsAnew(Instant now) {
    boolean wrong = row.settled().isAfter(now.plus(WRONG));
    if (wrong) {
      row = new ScheduleRow(row.workflow(), node, row.since(), now, row.last());
    }
    return wrong;
  }

  ActiveTrigger view(TriggerHost host) {
    return new ActiveTrigger(
        node,
        name,
        listening.words(),
        next(),
        row.last().map(ScheduleRow.Last::moment),
        row.last().flatMap(last -> host.summary(new RunId(last.run()))),
        Optional.ofNullable(problem));
  }
}
