/** The expression editor: marks, checks and evaluates an expression while somebody types it. */
@NullMarked
package io.concertmaster.designer.expression;

import org.jspecify.annotations.NullMarked;
