package io.concertmaster.engine.local.journal;

import io.concertmaster.engine.local.plan.Event;
import io.concertmaster.engine.local.sqlite.LastMinute;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** What became durable since the journal was opened. */
public final class JournalCounts {
  private final LongAdder events = new LongAdder();
  private final LongAdder steps = new LongAdder();
  private final LastMinute lately = new LastMinute(1);

  void add(List<Recorded> written) {
    events.add(written.size());
    long done = written.stream().filter(each -> each.event() instanceof Event.Done).count();
    if (done > 0) {
      steps.add(done);
      lately.add(0, done);
    }
  }

  /** How many events. */
  public long events() {
    return events.sum();
  }

  /** How many steps that ended well. */
  public long steps() {
    return steps.sum();
  }

  /** How many of them a second, in the last minute. */
  public double stepsPerSecond() {
    return lately.sums()[0] / lately.seconds();
  }
}
