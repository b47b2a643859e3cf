/** What a picture of the window needs besides the window: a file to go to, and nobody to ask. */
@NullMarked
package io.concertmaster.designer.screenshot;

import org.jspecify.annotations.NullMarked;
