package io.concertmaster.engine.local.run;

import io.concertmaster.engine.NumberedEvent;
import io.concertmaster.engine.RunEvent;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.local.journal.Recorded;
import io.concertmaster.engine.local.journal.RunRow;
import io.concertmaster.engine.local.plan.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What those who watched a run heard, told again from the journal.
 *
 * <p>Design note. A journal's event has three places: what a wait sends when it ends comes before
 * the event that ends it, what a node tells those outside comes behind. The end of a run is no
 * event of its own in the journal; it follows the last.
 */
final class PastEvents {
  private final RunId run;
  private final long after;
  private final List<NumberedEvent> events = new ArrayList<>();

  private PastEvents(RunId run, long after) {
    this.run = run;
    this.after = after;
  }

  /**
   * The events of a run after a number.
   *
   * @param recorded all that is in the journal
   */
  static List<NumberedEvent> of(RunRow row, List<Recorded> recorded, long after) {
    PastEvents past = new PastEvents(new RunId(row.id()), after);
    Map<String, Event.Waits> waiting = new HashMap<>(); // by node: one activation at a time
    for (Recorded each : recorded) {
      switch (each.event()) {
        case Event.Waits waits -> waiting.put(waits.node(), waits);
        case Event.Answered answered -> waiting.remove(answered.node());
        case Event.Woke woke -> {
          Event.Waits wait = waiting.remove(woke.node()); // none where it paused, or called runs
          if (wait != null) {
            past.add(3 * each.seq(), RunEvents.sent(past.run, each.at(), wait));
          }
        }
        default -> {}
      }
      RunEvents.of(past.run, each.event(), each.at())
          .ifPresent(event -> past.add(3 * each.seq() + 1, event));
      RunEvents.told(past.run, each.event(), each.at())
          .ifPresent(event -> past.add(3 * each.seq() + 2, event));
    }
    row.ended()
        .ifPresent(end ->
            past.add(
                3L * recorded.size() + 1, new RunEvent.StatusChanged(past.run, end, row.status())));
    return past.events;
  }

  private void add(long number, RunEvent event) {
    if (number > after) {
      events.add(new NumberedEvent(number, event));
    }
  }
}
