/** The frame of the window: top bar, tabs, status bar, the borders between the areas, dialogs. */
@NullMarked
package io.concertmaster.designer.frame;

import org.jspecify.annotations.NullMarked;
