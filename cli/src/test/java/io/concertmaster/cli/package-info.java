/** Tests of the command, from its arguments to its output and exit code. */
@NullMarked
package io.concertmaster.cli;

import org.jspecify.annotations.NullMarked;
