package io.concertmaster.engine.local.journal;

import io.concertmaster.engine.local.plan.Event;
import java.time.Instant;

/**
 * An event in its place.
 *
 * @param seq its number in the run, from 0
 * @param at when it happened, in whole milliseconds
 */
public record Recorded(long seq, Instant at, Event event) {}
