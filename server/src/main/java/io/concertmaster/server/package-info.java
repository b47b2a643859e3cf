/** The server: the engine without a window, with a REST API. Here its parts are put together. */
@NullMarked
package io.concertmaster.server;

import org.jspecify.annotations.NullMarked;
