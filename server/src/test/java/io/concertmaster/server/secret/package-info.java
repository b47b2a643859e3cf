/** Tests of what is sealed. */
@NullMarked
package io.concertmaster.server.secret;

import org.jspecify.annotations.NullMarked;
