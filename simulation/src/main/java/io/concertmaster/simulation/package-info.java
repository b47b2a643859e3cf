/** Runs the engine in a simulated world that a seed decides, and judges what it does. */
@NullMarked
package io.concertmaster.simulation;

import org.jspecify.annotations.NullMarked;
