package io.concertmaster.engine.local.journal;

import io.concertmaster.engine.RunError;
import io.concertmaster.engine.RunStatus;
import java.util.Optional;

/**
 * How a run's row changes together with events.
 *
 * @param status the run's status after them
 * @param error why it failed
 * @param resumed whether it has gone on after a crash
 * @param owes whether an error workflow is to be run for it
 */
public record RunChange(
    RunStatus status, Optional<RunError> error, boolean resumed, boolean owes) {}
