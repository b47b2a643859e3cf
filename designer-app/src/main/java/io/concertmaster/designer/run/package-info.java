/** The engine behind the window: opened, asked and watched off the JavaFX thread. */
@NullMarked
package io.concertmaster.designer.run;

import org.jspecify.annotations.NullMarked;
