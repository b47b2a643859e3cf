/** Runs on a server, as the engine's own kinds of records. */
@NullMarked
package io.concertmaster.deploy.run;

import org.jspecify.annotations.NullMarked;
