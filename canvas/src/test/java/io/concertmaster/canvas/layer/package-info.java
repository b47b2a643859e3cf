/** Tests of the package of the same name. */
@NullMarked
package io.concertmaster.canvas.layer;

import org.jspecify.annotations.NullMarked;
