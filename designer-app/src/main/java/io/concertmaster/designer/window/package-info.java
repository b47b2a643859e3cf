/**
 * What the areas of the window know of each other: the open document and the engine, as interfaces.
 */
@NullMarked
package io.concertmaster.designer.window;

import org.jspecify.annotations.NullMarked;
