/** Conditions that an item meets or not, and how values of different types compare in them. */
@NullMarked
package io.concertmaster.nodes.condition;

import org.jspecify.annotations.NullMarked;
