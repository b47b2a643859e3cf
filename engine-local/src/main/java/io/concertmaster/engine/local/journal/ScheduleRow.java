package io.concertmaster.engine.local.journal;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a schedule has come.
 *
 * @param workflow id of the workflow
 * @param node id of the trigger
 * @param since when it began to count
 * @param settled what was due up to here has its run, waits for it, or was left out for good
 * @param last the newest run
 */
public record ScheduleRow(
    String workflow, String node, Instant since, Instant settled, Optional<Last> last) {
  /** A run, and the moment for which it began. */
  public record Last(Instant moment, long run) {}

  /** One that has come further. */
  public ScheduleRow settled(Instant moment) {
    return new ScheduleRow(workflow, node, since, settled.isAfter(moment) ? settled : moment, last);
  }

  /** One that began a run. */
  public ScheduleRow begun(Instant moment, long run) {
    return new ScheduleRow(workflow, node, since, settled, Optional.of(new Last(moment, run)))
        .settled(moment);
  }

  @Nullable Long lastMoment() {
    return last.map(each -> each.moment().toEpochMilli()).orElse(null);
  }

  @Nullable Long lastRun() {
    return last.map(Last::run).orElse(null);
  }

  long checksum() {
    return RowSum.of(
        workflow, node, since.toEpochMilli(), settled.toEpochMilli(), lastMoment(), lastRun());
  }
}
