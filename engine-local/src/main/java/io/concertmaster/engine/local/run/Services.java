package io.concertmaster.engine.local.run;

import io.concertmaster.engine.local.items.FileStore;
import io.concertmaster.engine.local.items.ItemStore;
import io.concertmaster.engine.local.journal.Journal;
import io.concertmaster.engine.local.journal.StoreNames;
import io.concertmaster.engine.local.machine.Threads;
import io.concertmaster.model.expression.ExpressionEvaluator;
import io.concertmaster.script.ScriptHost;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ExecutorService;

/**
 * What all runs of an engine share.
 *
 * @param names no other store is called so
 * @param scratch the folder for working data
 * @param room on the disk of the store
 * @param budget the memory for what nodes hold
 * @param ahead the writes on which no run waits
 * @param scripts runs scripts, and the expressions that need one
 * @param triggers begin runs
 * @param threads for those who need one of their own
 */
record Services(
    Journal journal,
    ItemStore items,
    FileStore files,
    StoreNames names,
    Path scratch,
    Room room,
    InstantSource clock,
    Alarm alarm,
    Watchers watchers,
    Policy policy,
    Budget budget,
    AheadOfDisk ahead,
    ScriptHost scripts,
    ExecutorService triggers,
    Threads threads) {
  /** Evaluates the settings of nodes. */
  ExpressionEvaluator evaluator() {
    return ExpressionEvaluator.with(scripts);
  }

  /** Now, in the journal's whole milliseconds. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
