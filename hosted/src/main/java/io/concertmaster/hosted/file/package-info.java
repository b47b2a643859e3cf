/** Files that are handed out: what is said of them to whoever gets them. */
@NullMarked
package io.concertmaster.hosted.file;

import org.jspecify.annotations.NullMarked;
