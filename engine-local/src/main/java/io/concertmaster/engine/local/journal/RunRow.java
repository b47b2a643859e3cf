package io.concertmaster.engine.local.journal;

import io.concertmaster.engine.RunError;
import io.concertmaster.engine.RunStatus;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A run in the list of runs.
 *
 * @param definition SHA-256 of the definition, in hexadecimal
 * @param status as the newest event left it: one that a crash cut short is still running here
 */
public record RunRow(
    long id,
    String definition,
    String workflowId,
    String workflowName,
    Instant started,
    RunStatus status,
    Optional<Instant> ended,
    Optional<RunError> error,
    boolean resumed) {
  /** What is left of a row that is damaged, for lists. */
  RunRow damaged(Path file) {
    RunError why =
        new RunError(
            Optional.empty(),
            "the row of run " + id + " is damaged in " + file,
            "",
            OptionalLong.empty());
    return new RunRow(
        id,
        definition,
        workflowId,
        workflowName,
        started,
        status,
        ended,
        Optional.of(why),
        resumed);
  }
}
