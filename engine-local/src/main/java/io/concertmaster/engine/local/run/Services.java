package io.concertmaster.engine.local.run;

import io.concertmaster.engine.local.items.FileStore;
import io.concertmaster.engine.local.items.ItemStore;
import io.concertmaster.engine.local.journal.Journal;
import io.concertmaster.node.Permission;
import io.concertmaster.model.expression.ExpressionEvaluator;
import io.concertmaster.script.ScriptHost;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What all runs of an engine share.
 *
 * @param storeId no other store is called so
 * @param scratch the folder for working data
 * @param environment the variables that expressions may read
 * @param allowed what nodes may do that a person must allow
 * @param scripts runs scripts, and the expressions that need one
 */
record Services(
    Journal journal,
    ItemStore items,
    FileStore files,
    String storeId,
    Path scratch,
    InstantSource clock,
    Alarm alarm,
    Watchers watchers,
    Function<String, Optional<String>> environment,
    Set<Permission> allowed,
    ScriptHost scripts) {
  /** Evaluates the settings of nodes. */
  ExpressionEvaluator evaluator() {
    return ExpressionEvaluator.with(scripts);
  }

  /** Now, in the journal's whole milliseconds. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
