/** Tests. */
@NullMarked
package io.concertmaster.nodes.date;

import org.jspecify.annotations.NullMarked;
