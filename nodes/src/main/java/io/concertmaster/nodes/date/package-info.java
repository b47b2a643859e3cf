/** Dates and times: the node, and how dates are read and written. */
@NullMarked
package io.concertmaster.nodes.date;

import org.jspecify.annotations.NullMarked;
