/** Where people are served: forms that begin runs, pages and tasks of runs that wait. */
@NullMarked
package io.concertmaster.hosted.desk;

import org.jspecify.annotations.NullMarked;
