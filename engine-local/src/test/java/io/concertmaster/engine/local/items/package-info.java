/** Proofs of the item store: what is written is read, and what is damaged is seen. */
@NullMarked
package io.concertmaster.engine.local.items;

import org.jspecify.annotations.NullMarked;
