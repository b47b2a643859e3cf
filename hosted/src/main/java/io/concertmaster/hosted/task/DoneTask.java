package io.concertmaster.hosted.task;

import java.time.Instant;
import java.util.Optional;

/**
 * A task that is open no more.
 *
 * @param decision {@code approved}, {@code rejected}, {@code answered}; {@code overdue} where
 *     nobody answered in time, {@code over} where its run ended otherwise
 * @param by who answered, as far as that is known: whoever follows a task's link need not say
 * @param at when
 */
public record DoneTask(BoardTask task, String decision, Optional<String> by, Instant at) {}
