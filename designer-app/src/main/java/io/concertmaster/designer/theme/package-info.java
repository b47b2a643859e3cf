/** How the window looks: themes, colours by name, and the bundled fonts. */
@NullMarked
package io.concertmaster.designer.theme;

import org.jspecify.annotations.NullMarked;
