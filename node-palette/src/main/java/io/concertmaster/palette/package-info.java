/** The searchable list of node types, and the small list that adds a node in place. */
@NullMarked
package io.concertmaster.palette;

import org.jspecify.annotations.NullMarked;
