/** Tests of the package of the same name. */
@NullMarked
package io.concertmaster.canvas.gesture;

import org.jspecify.annotations.NullMarked;
