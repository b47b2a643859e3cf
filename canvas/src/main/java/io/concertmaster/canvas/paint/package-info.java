/** Draws a part of a graph into a graphics context; keeps nothing but measured texts. */
@NullMarked
package io.concertmaster.canvas.paint;

import org.jspecify.annotations.NullMarked;
