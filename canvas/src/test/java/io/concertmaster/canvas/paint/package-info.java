/** Tests of the package of the same name. */
@NullMarked
package io.concertmaster.canvas.paint;

import org.jspecify.annotations.NullMarked;
