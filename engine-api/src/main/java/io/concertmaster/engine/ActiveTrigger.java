package io.concertmaster.engine;

import java.time.Instant;
import java.util.Optional;

/**
 * A trigger of an active workflow.
 *
 * @param node its id
 * @param name its name
 * @param words what it waits for, such as {@code every day at 06:00, Europe/Berlin}
 * @param next the moment that it waits for; empty where none comes, or it waits for something else
 * @param last the moment of the newest run
 * @param lastRun how the newest run stands; empty where there was none, or it was taken away
 * @param problem why it does not listen, or why the newest run could not begin
 */
public record ActiveTrigger(
    String node,
    String name,
    String words,
    Optional<Instant> next,
    Optional<Instant> last,
    Optional<RunSummary> lastRun,
    Optional<String> problem) {}
