/** What the pointer is doing: one state a file, and the machine that leads from one to the next. */
@NullMarked
package io.concertmaster.canvas.gesture;

import org.jspecify.annotations.NullMarked;
