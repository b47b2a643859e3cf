/** Tests of the canvas, and tools to look at it and to time it. */
@NullMarked
package io.concertmaster.canvas;

import org.jspecify.annotations.NullMarked;
