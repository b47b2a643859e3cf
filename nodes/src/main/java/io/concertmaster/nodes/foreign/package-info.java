/** What stands for nodes of other programs that are not available here. */
@NullMarked
package io.concertmaster.nodes.foreign;

import org.jspecify.annotations.NullMarked;
