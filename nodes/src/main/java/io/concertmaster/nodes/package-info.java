/** The nodes that come with the product, and the list of them. */
@NullMarked
package io.concertmaster.nodes;

import org.jspecify.annotations.NullMarked;
