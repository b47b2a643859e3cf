/** Requests and answers on the wire: the way from Jetty to the pages and hooks. */
@NullMarked
package io.concertmaster.hosted.http;

import org.jspecify.annotations.NullMarked;
