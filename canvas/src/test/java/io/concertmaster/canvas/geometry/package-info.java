/** Tests of the package of the same name. */
@NullMarked
package io.concertmaster.canvas.geometry;

import org.jspecify.annotations.NullMarked;
