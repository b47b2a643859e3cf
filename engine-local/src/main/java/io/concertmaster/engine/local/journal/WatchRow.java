package io.concertmaster.engine.local.journal;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a trigger has come that waits for files.
 *
 * @param workflow id of the workflow
 * @param node id of the trigger
 * @param since when it began to wait
 * @param runs how many runs it began
 * @param drive the file system on which its folder was first seen; empty before that
 * @param last the newest run
 */
public record WatchRow(
    String workflow,
    String node,
    Instant since,
    long runs,
    Optional<String> drive,
    Optional<ScheduleRow.Last> last) {
  /** One that has not seen its folder. */
  public static WatchRow anew(String workflow, String node, Instant since) {
    return new WatchRow(workflow, node, since, 0, Optional.empty(), Optional.empty());
  }

  /** One that has seen its folder on a file system. */
  public WatchRow seen(String on) {
    return new WatchRow(workflow, node, since, runs, Optional.of(on), last);
  }

  /** One that began a run. */
  public WatchRow begun(Instant at, long run) {
    return new WatchRow(
        workflow, node, since, runs + 1, drive, Optional.of(new ScheduleRow.Last(at, run)));
  }

  /** The key of the run that it begins next. */
  public String nextKey() {
    return "file:" + workflow + "/" + node + "/" + since + "/" + (runs + 1);
  }

  @Nullable Long lastMoment() {
    return last.map(each -> each.moment().toEpochMilli()).orElse(null);
  }

  @Nullable Long lastRun() {
    return last.map(ScheduleRow.Last::run).orElse(null);
  }

  long checksum() {
    return RowSum.of(
        workflow, node, since.toEpochMilli(), runs, drive.orElse(null), lastMoment(), lastRun());
  }
}
