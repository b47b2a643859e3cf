/** Small controls that several areas of the window share: segments, empty states, icons. */
@NullMarked
package io.concertmaster.designer.controls;

import org.jspecify.annotations.NullMarked;
