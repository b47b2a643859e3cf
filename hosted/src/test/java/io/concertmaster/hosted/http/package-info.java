/** Tests of requests on the wire. */
@org.jspecify.annotations.NullMarked
package io.concertmaster.hosted.http;
