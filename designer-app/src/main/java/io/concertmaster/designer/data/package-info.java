/** The data view: the items that left a node's outputs as a table or as JSON, and the run's log. */
@NullMarked
package io.concertmaster.designer.data;

import org.jspecify.annotations.NullMarked;
