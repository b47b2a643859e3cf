/** Tests of the server over real sockets. */
@NullMarked
package io.concertmaster.server;

import org.jspecify.annotations.NullMarked;
