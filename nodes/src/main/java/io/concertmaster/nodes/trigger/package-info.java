/** The nodes at which runs begin. */
@NullMarked
package io.concertmaster.nodes.trigger;

import org.jspecify.annotations.NullMarked;
