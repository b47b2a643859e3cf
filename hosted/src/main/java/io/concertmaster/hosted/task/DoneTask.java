package io.concertmaster.hosted.task;

import java.time.Instant;
import java.util.Optional;

/**
 * A task that is open no more.
 *
 * @param decision {@code approved}, {@code rejected}, {@code answered}; {@code over} where its time
 *     ran out, or its run was cancelled or failed
 * @param by who answered, as far as that is known: whoever follows a task's link need not say
 * @param at when
 */
public record DoneTask(BoardTask task, String decision, Optional<String> by, Instant at) {}
