package io.concertmaster.engine;

import java.util.Optional;
import java.util.Set;

/**
 * Which runs are asked for, newest first.
 *
 * @param workflow id of the workflow of which they are; of any, where empty
 * @param statuses how they stand; in any way, where empty
 * @param before only those that are older than this one; where empty, the newest come first
 * @param limit at most so many; at least 1
 */
public record RunQuery(
    Optional<String> workflow, Set<RunStatus> statuses, Optional<RunId> before, int limit) {
  public RunQuery {
    statuses = Set.copyOf(statuses);
    if (limit < 1) {
      throw new IllegalArgumentException("at least one run is asked for, not " + limit);
    }
  }

  /** The newest runs, of whichever workflow and however they stand. */
  public static RunQuery newest(int limit) {
    return new RunQuery(Optional.empty(), Set.of(), Optional.empty(), limit);
  }

  /** Only runs of a workflow. */
  public RunQuery of(String workflow) {
    return new RunQuery(Optional.of(workflow), statuses, before, limit);
  }

  /** Only runs that stand so. */
  public RunQuery in(RunStatus... wanted) {
    return new RunQuery(workflow, Set.of(wanted), before, limit);
  }

  /** Only runs that are older. */
  public RunQuery before(RunId run) {
    return new RunQuery(workflow, statuses, Optional.of(run), limit);
  }

  /** Whether every run is asked for. */
  public boolean isUnfiltered() {
    return workflow.isEmpty() && statuses.isEmpty();
  }

  /** Whether a run is among those that are asked for. */
  public boolean takes(RunSummary run) {
    return workflow.map(run.workflowId()::equals).orElse(true)
        && (statuses.isEmpty() || statuses.contains(run.status()));
  }
}
