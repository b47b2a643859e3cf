/** The node that starts programs of this machine. */
@NullMarked
package io.concertmaster.nodes.command;

import org.jspecify.annotations.NullMarked;
