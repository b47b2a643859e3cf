/** Tests of the package of the same name. */
@NullMarked
package io.concertmaster.canvas.graph;

import org.jspecify.annotations.NullMarked;
