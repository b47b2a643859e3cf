/** Tests of the expression language. */
@org.jspecify.annotations.NullMarked
package io.concertmaster.model.expression;
