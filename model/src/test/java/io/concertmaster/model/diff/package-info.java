/** Tests of differences. */
@NullMarked
package io.concertmaster.model.diff;

import org.jspecify.annotations.NullMarked;
