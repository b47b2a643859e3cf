/**
 * A disk in memory: tables that speak as much SQL as the engine's stores do, with transactions that
 * are wholly there or not at all, and what can go wrong with them.
 */
@NullMarked
package io.concertmaster.simulation.disk;

import org.jspecify.annotations.NullMarked;
