@NullMarked
package io.concertmaster.simulation;

import org.jspecify.annotations.NullMarked;
