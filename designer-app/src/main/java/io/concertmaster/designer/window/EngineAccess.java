package io.concertmaster.designer.window;

import io.concertmaster.engine.ItemListRef;
import io.concertmaster.engine.ItemPage;
import io.concertmaster.model.expression.ExpressionEvaluator;
import io.concertmaster.node.data.JsonObject;
import java.util.concurrent.CompletableFuture;

/**
 * What the views of data ask: items of runs, and what expressions are evaluated with. Items are
 * answered later, off the window's thread, so that nothing on the disk can freeze the window.
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
}
