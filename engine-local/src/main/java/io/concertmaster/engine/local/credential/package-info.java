/** The credentials that a home folder keeps for runs on this machine. */
@NullMarked
package io.concertmaster.engine.local.credential;

import org.jspecify.annotations.NullMarked;
