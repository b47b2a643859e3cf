/**
 * Workflows whose triggers listen: which they are, what their schedules wait for, and the runs that
 * they begin.
 */
@NullMarked
package io.concertmaster.engine.local.trigger;

import org.jspecify.annotations.NullMarked;
