/** The list of runs under the canvas. */
@NullMarked
package io.concertmaster.designer.runs;

import org.jspecify.annotations.NullMarked;
