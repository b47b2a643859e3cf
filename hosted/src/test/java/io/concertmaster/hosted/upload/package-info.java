/** Tests of files on their way. */
@org.jspecify.annotations.NullMarked
package io.concertmaster.hosted.upload;
