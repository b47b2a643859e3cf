package io.concertmaster.hosted.task;

import io.concertmaster.engine.RunId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A task as lists show it: small, so that ten thousand of them may be kept.
 *
 * @param node id of the node that asks: a run may ask for several things at the same time
 * @param title what there is to do, at most 300 characters
 * @param workflow name of the run's workflow, at most 300 characters
 * @param assignee whose it is; empty for everybody's
 * @param due when it is overdue; empty where it may wait
 * @param remind from when on it is shown as due soon
 * @param since when it was asked
 */
public record BoardTask(
    RunId run,
    String node,
    String title,
    String workflow,
    Optional<String> assignee,
    Optional<Instant> due,
    Optional<Instant> remind,
    Instant since) {
  /**
   * Whether it was given to somebody: to that name, or to an address with the name before its
   * {@code @}; case does not matter.
   */
  public boolean isFor(String person) {
    return assignee
        .map(each -> each.strip().toLowerCase(Locale.ROOT))
        .filter(each ->
            each.equals(person.toLowerCase(Locale.ROOT))
                || each.startsWith(person.toLowerCase(Locale.ROOT) + "@"))
        .isPresent();
  }

  /** Whether its time is over. */
  public boolean isOverdue(Instant now) {
    return due.filter(each -> !each.isAfter(now)).isPresent();
  }

  /** Whether it is due soon: its own mark for that has come, and it is not too late. */
  public boolean isUrgent(Instant now) {
    return !isOverdue(now) && remind.filter(each -> !each.isAfter(now)).isPresent();
  }
}
