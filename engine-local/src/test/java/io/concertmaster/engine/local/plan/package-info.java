/** Proofs of the planner: tables of small graphs and the order in which they run. */
@NullMarked
package io.concertmaster.engine.local.plan;

import org.jspecify.annotations.NullMarked;
