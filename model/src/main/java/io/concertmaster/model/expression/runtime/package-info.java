/**
 * What the closures of an expression work with: its frame, its values beyond data, and ECMAScript's
 * conversions and operators.
 */
@NullMarked
package io.concertmaster.model.expression.runtime;

import org.jspecify.annotations.NullMarked;
