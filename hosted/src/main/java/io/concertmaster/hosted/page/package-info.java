/**
 * Forms as pages: HTML that works without scripts, and what comes back from it. Knows no HTTP
 * server and no engine.
 */
@NullMarked
package io.concertmaster.hosted.page;

import org.jspecify.annotations.NullMarked;
