/** Where things lie: sizes, ports, routes, what is under a point. Pure; draws nothing. */
@NullMarked
package io.concertmaster.canvas.geometry;

import org.jspecify.annotations.NullMarked;
