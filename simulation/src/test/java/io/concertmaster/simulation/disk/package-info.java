@NullMarked
package io.concertmaster.simulation.disk;

import org.jspecify.annotations.NullMarked;
