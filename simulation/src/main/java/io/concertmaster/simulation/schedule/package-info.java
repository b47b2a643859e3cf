/**
 * Worlds in which schedules listen over a change of the clock, leaps and deaths, and the judge who
 * counts by hand what was due.
 */
@NullMarked
package io.concertmaster.simulation.schedule;

import org.jspecify.annotations.NullMarked;
