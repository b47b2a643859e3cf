@NullMarked
package io.concertmaster.simulation.world;

import org.jspecify.annotations.NullMarked;
