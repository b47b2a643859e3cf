@NullMarked
package io.concertmaster.simulation.schedule;

import org.jspecify.annotations.NullMarked;
