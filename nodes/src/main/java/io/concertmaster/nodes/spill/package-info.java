/**
 * Work on more items than memory holds: the order of values, their weight in memory, and sorting on
 * disk.
 */
@NullMarked
package io.concertmaster.nodes.spill;

import org.jspecify.annotations.NullMarked;
