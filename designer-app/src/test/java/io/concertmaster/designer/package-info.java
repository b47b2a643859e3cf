/** The window driven as people drive it, without a display. */
@NullMarked
package io.concertmaster.designer;

import org.jspecify.annotations.NullMarked;
