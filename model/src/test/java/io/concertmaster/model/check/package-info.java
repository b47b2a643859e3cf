/** Tests of what the checks find. */
@NullMarked
package io.concertmaster.model.check;

import org.jspecify.annotations.NullMarked;
