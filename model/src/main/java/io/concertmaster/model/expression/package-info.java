/**
 * The expression language: its parser and its compiler to closures (tier 0 of docs/architecture.md,
 * “Expressions and scripts”).
 */
@NullMarked
package io.concertmaster.model.expression;

import org.jspecify.annotations.NullMarked;
