/**
 * What a run does next: a pure function of its state and an event, without clock, chance, thread or
 * I/O. A run is the fold of {@link io.concertmaster.engine.local.plan.Planner} over its journal.
 */
@NullMarked
package io.concertmaster.engine.local.plan;

import org.jspecify.annotations.NullMarked;
