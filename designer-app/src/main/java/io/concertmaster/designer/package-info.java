/** The start of the desktop designer, and the one place where its parts are put together. */
@NullMarked
package io.concertmaster.designer;

import org.jspecify.annotations.NullMarked;
