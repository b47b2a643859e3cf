/**
 * JavaScript's regular expressions: an own backtracking matcher without recursion over the text,
 * which spends the evaluation's steps as it goes, so that no pattern runs for ever. {@link
 * io.concertmaster.model.expression.library.regexp.RegExpValue} can be used without the compiler.
 */
@NullMarked
package io.concertmaster.model.expression.library.regexp;

import org.jspecify.annotations.NullMarked;
