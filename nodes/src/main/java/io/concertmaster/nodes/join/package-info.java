/** Finding the items of two lists that belong together, by the values of their fields. */
@NullMarked
package io.concertmaster.nodes.join;

import org.jspecify.annotations.NullMarked;
