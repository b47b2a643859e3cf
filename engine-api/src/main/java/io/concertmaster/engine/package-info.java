/** What the app, the command line and the server say to an engine, and what they hear from it. */
@NullMarked
package io.concertmaster.engine;

import org.jspecify.annotations.NullMarked;
