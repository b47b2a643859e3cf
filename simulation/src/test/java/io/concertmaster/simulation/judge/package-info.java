@NullMarked
package io.concertmaster.simulation.judge;

import org.jspecify.annotations.NullMarked;
