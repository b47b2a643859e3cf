package io.concertmaster.designer.window;

import io.concertmaster.engine.ItemListRef;
import io.concertmaster.engine.ItemPage;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunRequest;
import io.concertmaster.engine.RunSummary;
import io.concertmaster.engine.RunView;
import io.concertmaster.engine.UncertainDecision;
import io.concertmaster.model.expression.ExpressionEvaluator;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The engine as the window asks it: every question is answered later, off the window's thread, so
 * that nothing on the disk can freeze the window.
 *
 * <p>Each future completes on the JavaFX thread; one that fails does so with an {@link
 * io.concertmaster.engine.EngineException}. Never join one on the JavaFX thread.
 */
public interface EngineAccess {
  /**
   * The evaluator that nodes use too, with both tiers. Compiling is quick; evaluating may start a
   * process and waits for it, so never evaluate on the JavaFX thread.
   */
  ExpressionEvaluator expressions();

  /** The variables of the home, {@code $vars}; reads a file, so never on the JavaFX thread. */
  JsonObject variables();

  /**
   * A page of the items that left an output.
   *
   * @param from the first position, from 0
   * @param limit at most so many
   */
  CompletableFuture<ItemPage> items(ItemListRef list, long from, int limit);

  /** How a run stands; empty where there is none of this number. */
  CompletableFuture<Optional<RunView>> run(RunId id);

  /** The newest runs, newest first, at most so many. */
  CompletableFuture<List<RunSummary>> runs(int limit);

  /** Starts a run. */
  CompletableFuture<RunId> start(RunRequest request);

  /** Ends a run. */
  CompletableFuture<Void> cancel(RunId id);

  /** Takes up a run that was cut short. */
  CompletableFuture<Void> resume(RunId id);

  /** Takes up a run with a word about its step that was cut short. */
  CompletableFuture<Void> resume(RunId id, UncertainDecision decision);
}
