/** Brings workflows and forms to a server, for the command line and the window. */
@NullMarked
package io.concertmaster.deploy;

import org.jspecify.annotations.NullMarked;
