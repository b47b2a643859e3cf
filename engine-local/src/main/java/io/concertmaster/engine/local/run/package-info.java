/**
 * What the planner asks for, done: activations on threads, waits on a timer, events into the
 * journal, and what nodes see while they run.
 */
@NullMarked
package io.concertmaster.engine.local.run;

import org.jspecify.annotations.NullMarked;
