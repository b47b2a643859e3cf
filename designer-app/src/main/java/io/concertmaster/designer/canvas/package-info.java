/** The workflow on the canvas: projected onto a graph, and gestures turned into edits. */
@NullMarked
package io.concertmaster.designer.canvas;

import org.jspecify.annotations.NullMarked;
