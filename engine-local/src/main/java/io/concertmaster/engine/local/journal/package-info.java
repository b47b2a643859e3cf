/**
 * The journal: what happened in each run, event after event, durable before anything follows from
 * it. Everything else about a run can be told from here.
 */
@NullMarked
package io.concertmaster.engine.local.journal;

import org.jspecify.annotations.NullMarked;
