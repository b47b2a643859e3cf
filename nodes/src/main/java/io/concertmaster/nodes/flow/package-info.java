/** The nodes that send items this way or that, bring them together, wait and stop. */
@NullMarked
package io.concertmaster.nodes.flow;

import org.jspecify.annotations.NullMarked;
