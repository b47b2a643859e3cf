/** Tasks as lists show them. */
@NullMarked
package io.concertmaster.hosted.task;

import org.jspecify.annotations.NullMarked;
