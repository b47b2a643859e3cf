/** Colours and fonts of the canvas. */
@NullMarked
package io.concertmaster.canvas.theme;

import org.jspecify.annotations.NullMarked;
