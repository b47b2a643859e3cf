/** The nodes that change, choose, order and sum up items. */
@NullMarked
package io.concertmaster.nodes.data;

import org.jspecify.annotations.NullMarked;
