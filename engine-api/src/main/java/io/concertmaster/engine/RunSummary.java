package io.concertmaster.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A run in one line.
 *
 * @param workflowId the definition's id
 * @param workflowName the definition's name when it started
 * @param ended when it ended; empty while it has not
 * @param error why it failed, if it did
 * @param resumed whether it went on after a crash at least once
 */
public record RunSummary(
    RunId id,
    String workflowId,
    String workflowName,
    RunStatus status,
    Instant started,
    Optional<Instant> ended,
    Optional<RunError> error,
    boolean resumed) {
  /** How long it took, or has taken until a moment. */
  public Duration took(Instant now) {
    return Duration.between(started, ended.orElse(now));
  }
}
