/** Credentials in the window: which there are, and the dialog that sets one. */
@NullMarked
package io.concertmaster.designer.credential;

import org.jspecify.annotations.NullMarked;
