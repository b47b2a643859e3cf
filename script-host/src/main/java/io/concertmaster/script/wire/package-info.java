/**
 * What the program and the process with the scripts say to each other: frames on a pipe, each a
 * record of plain data. Neither side can name a class to the other.
 */
@NullMarked
package io.concertmaster.script.wire;

import org.jspecify.annotations.NullMarked;
