/** The routes of the REST API, one class for each kind of thing. */
@NullMarked
package io.concertmaster.server.api;

import org.jspecify.annotations.NullMarked;
