/** Webhooks: programs that call, and what they get back. */
@NullMarked
package io.concertmaster.hosted.hook;

import org.jspecify.annotations.NullMarked;
