/** The node with a script that the person writes. */
@NullMarked
package io.concertmaster.nodes.code;

import org.jspecify.annotations.NullMarked;
