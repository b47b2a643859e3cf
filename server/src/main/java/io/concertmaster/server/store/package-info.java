/**
 * The server's own store, {@code server.db}: one writer, readers apart from it, as the engine's.
 */
@NullMarked
package io.concertmaster.server.store;

import org.jspecify.annotations.NullMarked;
