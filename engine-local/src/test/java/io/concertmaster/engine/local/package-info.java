/** Proofs of the engine as a whole, with node types of their own. */
@NullMarked
package io.concertmaster.engine.local;

import org.jspecify.annotations.NullMarked;
