/** Servers in the window: their list, how the workflow in front stands on each, versions. */
@NullMarked
package io.concertmaster.designer.environment;

import org.jspecify.annotations.NullMarked;
