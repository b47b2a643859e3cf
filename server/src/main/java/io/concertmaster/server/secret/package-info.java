/** Values that the server keeps sealed. */
@NullMarked
package io.concertmaster.server.secret;

import org.jspecify.annotations.NullMarked;
