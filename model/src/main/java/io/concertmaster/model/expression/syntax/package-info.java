/** The parser: from a parameter's text to blocks, tokens and the ECMAScript expression tree. */
@NullMarked
package io.concertmaster.model.expression.syntax;

import org.jspecify.annotations.NullMarked;
