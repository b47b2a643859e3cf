/** What the canvas shows: an immutable projection of somebody else's graph. */
@NullMarked
package io.concertmaster.canvas.graph;

import org.jspecify.annotations.NullMarked;
