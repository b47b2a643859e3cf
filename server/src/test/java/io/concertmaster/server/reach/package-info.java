/** Attacks on the network and the files of a server, which must come to nothing. */
@NullMarked
package io.concertmaster.server.reach;

import org.jspecify.annotations.NullMarked;
