/** Deploying from the window: what would change, the way there, and back. */
@NullMarked
package io.concertmaster.designer.deploy;

import org.jspecify.annotations.NullMarked;
