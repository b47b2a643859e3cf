/** Pictures of tasks. */
@NullMarked
package io.concertmaster.designer.inbox;

import org.jspecify.annotations.NullMarked;
