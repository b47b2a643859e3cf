/**
 * The proof of the net: bugs that are planted into the engine's sources for the time of a test, and
 * must be found.
 */
@NullMarked
package io.concertmaster.simulation.bug;

import org.jspecify.annotations.NullMarked;
