package io.concertmaster.model;

import io.concertmaster.node.data.JsonObject;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What holds for a whole workflow.
 *
 * @param timezone in which dates are read and written; the machine's where empty
 * @param timeout the longest that a run may take, waiting apart; no limit where empty
 * @param executionOrder in which order nodes run
 * @param parallelBranches how many branches of a run may work at the same time, 1 to {@value
 *     #MOST_BRANCHES}; 1 means one after the other. Holds in the order v1 only
 * @param errorWorkflow the workflow that is run when a run of this one fails: the path of its file,
 *     relative to this one's folder, or its id; none where empty
 * @param concurrency how many runs its triggers may have going at once
 * @param unknown keys that this version does not know, kept for writing
 */
public record Settings(
    Optional<ZoneId> timezone,
    Optional<Duration> timeout,
    ExecutionOrder executionOrder,
    int parallelBranches,
    Optional<String> errorWorkflow,
    Concurrency concurrency,
    JsonObject unknown) {
  /** The most branches of a run that may work at the same time. */
  public static final int MOST_BRANCHES = 16;

  /** Nothing set. */
  public static final Settings DEFAULT =
      new Settings(
          Optional.empty(),
          Optional.empty(),
          ExecutionOrder.V1,
          1,
          Optional.empty(),
          Concurrency.DEFAULT,
          JsonObject.empty());

  public Settings {
    if (parallelBranches < 1 || parallelBranches > MOST_BRANCHES) {
      throw new IllegalArgumentException(
          "1 to " + MOST_BRANCHES + " branches at the same time, not " + parallelBranches);
    }
  }

  /** These settings with another time zone. */
  public Settings withTimezone(Optional<ZoneId> changed) {
    return new Settings(
        changed, timeout, executionOrder, parallelBranches, errorWorkflow, concurrency, unknown);
  }

  /** These settings with another limit of time. */
  public Settings withTimeout(Optional<Duration> changed) {
    return new Settings(
        timezone, changed, executionOrder, parallelBranches, errorWorkflow, concurrency, unknown);
  }

  /** These settings with another order. */
  public Settings withExecutionOrder(ExecutionOrder changed) {
    return new Settings(
        timezone, timeout, changed, parallelBranches, errorWorkflow, concurrency, unknown);
  }

  /**
   * These settings with another number of branches at the same time.
   *
   * @throws IllegalArgumentException when it is not from 1 to {@value #MOST_BRANCHES}
   */
  public Settings withParallelBranches(int changed) {
    return new Settings(
        timezone, timeout, executionOrder, changed, errorWorkflow, concurrency, unknown);
  }

  /** These settings with another error workflow. */
  public Settings withErrorWorkflow(Optional<String> changed) {
    return new Settings(
        timezone, timeout, executionOrder, parallelBranches, changed, concurrency, unknown);
  }

  /** These settings with another number of runs at once. */
  public Settings withConcurrency(Concurrency changed) {
    return new Settings(
        timezone, timeout, executionOrder, parallelBranches, errorWorkflow, changed, unknown);
  }

  /** These settings with other keys that this version does not know. */
  public Settings withUnknown(JsonObject changed) {
    return new Settings(
        timezone, timeout, executionOrder, parallelBranches, errorWorkflow, concurrency, changed);
  }
}
