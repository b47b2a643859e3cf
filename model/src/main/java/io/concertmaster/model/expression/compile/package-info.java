/** From syntax to closures: which parts of the language tier 0 does, and how each is evaluated. */
@NullMarked
package io.concertmaster.model.expression.compile;

import org.jspecify.annotations.NullMarked;
