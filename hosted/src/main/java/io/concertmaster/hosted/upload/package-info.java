/** Files that people send with forms, between the page on which they chose them and the run. */
@NullMarked
package io.concertmaster.hosted.upload;

import org.jspecify.annotations.NullMarked;
