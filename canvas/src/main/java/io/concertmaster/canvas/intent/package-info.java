/** What a person wants done to the graph, and the question whether it may be done. */
@NullMarked
package io.concertmaster.canvas.intent;

import org.jspecify.annotations.NullMarked;
