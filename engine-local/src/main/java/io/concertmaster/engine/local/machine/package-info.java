/** What an engine stands on: threads and a disk. A simulation brings its own. */
@NullMarked
package io.concertmaster.engine.local.machine;

import org.jspecify.annotations.NullMarked;
