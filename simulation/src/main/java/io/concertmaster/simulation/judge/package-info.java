/** Holds what happened in a simulated world against what is promised. */
@NullMarked
package io.concertmaster.simulation.judge;

import org.jspecify.annotations.NullMarked;
