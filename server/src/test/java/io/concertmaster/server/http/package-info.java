/** Tests of what stands between a connection and the routes. */
@NullMarked
package io.concertmaster.server.http;

import org.jspecify.annotations.NullMarked;
