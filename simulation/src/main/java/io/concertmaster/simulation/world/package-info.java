/**
 * Time, threads and chance of a simulated world: everything happens on one thread, in an order that
 * a seed decides.
 */
@NullMarked
package io.concertmaster.simulation.world;

import org.jspecify.annotations.NullMarked;
