/**
 * Expressions as scripts: what the second tier runs. The text of a block becomes JavaScript in
 * which n8n's extension methods are calls that JavaScript understands.
 */
@NullMarked
package io.concertmaster.model.expression.script;

import org.jspecify.annotations.NullMarked;
