@NullMarked
package io.concertmaster.simulation.bug;

import org.jspecify.annotations.NullMarked;
