/** A graph editor component for JavaFX; start at {@link io.concertmaster.canvas.GraphCanvas}. */
@NullMarked
package io.concertmaster.canvas;

import org.jspecify.annotations.NullMarked;
