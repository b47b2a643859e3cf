/** The {@code concertmaster} command: its subcommands, their output and their exit codes. */
@NullMarked
package io.concertmaster.cli;

import org.jspecify.annotations.NullMarked;
