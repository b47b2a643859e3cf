/** What stands on the canvas for people only. */
@NullMarked
package io.concertmaster.nodes.note;

import org.jspecify.annotations.NullMarked;
