/** The layers that lie over each other in the canvas, from the cached picture to panels. */
@NullMarked
package io.concertmaster.canvas.layer;

import org.jspecify.annotations.NullMarked;
