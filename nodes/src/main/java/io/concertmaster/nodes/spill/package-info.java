/**
 * Work on more items than memory holds: the order of values, their weight in memory, and sorting.
 *
 * <p>Design note. {@link io.concertmaster.nodes.spill.ExternalSort} is the one way to the disk:
 * what groups, finds duplicates or joins too much sorts something. It holds items as rows of bytes
 * and their keys as columns of longs; a row is written once when it is added, and read once when it
 * leaves.
 *
 * <pre>
 * item → Pack (rows)              sorted by ColumnSort → runs on disk → merged → out
 *      → KeyColumn (longs) … ↗    (or straight out, where all fits)
 * </pre>
 */
@NullMarked
package io.concertmaster.nodes.spill;

import org.jspecify.annotations.NullMarked;
