/** Tests. */
@NullMarked
package io.concertmaster.nodes.crypto;

import org.jspecify.annotations.NullMarked;
