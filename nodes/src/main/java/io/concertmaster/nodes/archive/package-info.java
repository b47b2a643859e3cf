/** The nodes that pack files into archives, and unpack them. */
@NullMarked
package io.concertmaster.nodes.archive;

import org.jspecify.annotations.NullMarked;
