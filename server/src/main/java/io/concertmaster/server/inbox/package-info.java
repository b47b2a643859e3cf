/**
 * The inbox as pages: signing in with a browser, and the tasks of the projects that one may see.
 */
@NullMarked
package io.concertmaster.server.inbox;

import org.jspecify.annotations.NullMarked;
