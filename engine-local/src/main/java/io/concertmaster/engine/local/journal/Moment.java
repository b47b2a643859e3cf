package io.concertmaster.engine.local.journal;

import java.time.Instant;

/**
 * A moment at which a schedule is due.
 *
 * @param workflow id of the workflow
 * @param node id of the trigger
 */
public record Moment(String workflow, String node, Instant at) {
  /** The key of the run for it: no two runs of a store have the same. */
  public String key() {
    return "moment:" + workflow + "/" + node + "/" + at;
  }

  long checksum() {
    return RowSum.of(workflow, node, at.toEpochMilli());
  }
}
