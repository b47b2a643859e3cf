/** Proves that nodes are found by what people type. */
@NullMarked
package io.concertmaster.palette;

import org.jspecify.annotations.NullMarked;
