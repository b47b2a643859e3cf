/** HTTP: the table of routes, and the way of a request to its route and back. */
@NullMarked
package io.concertmaster.server.http;

import org.jspecify.annotations.NullMarked;
