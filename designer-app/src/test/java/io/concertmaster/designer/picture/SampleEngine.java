package io.concertmaster.designer.picture;

import io.concertmaster.designer.window.EngineAccess;
import io.concertmaster.engine.ItemListRef;
import io.concertmaster.engine.ItemPage;
import io.concertmaster.model.expression.ExpressionEvaluator;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import javafx.application.Platform;

/**
 * An engine that has item lists by name and answers as the real one does: later, on the JavaFX
 * thread.
 */
public final class SampleEngine implements EngineAccess {
  private final Map<String, LongFunction<Item>> lists = new HashMap<>();

  /** The pages that were asked for: name and first position. */
  public final List<String> asked = new ArrayList<>();

  /** Adds a list whose items are made when they are asked for. */
  public ItemListRef list(String id, long size, LongFunction<Item> items) {
    lists.put(id, items);
    return new ItemListRef(id, size);
  }

  /** Adds a list. */
  public ItemListRef list(String id, List<Item> items) {
    return list(id, items.size(), index -> items.get((int) index));
  }

  @Override
  public ExpressionEvaluator expressions() {
    return ExpressionEvaluator.firstTier();
  }

  @Override
  public JsonObject variables() {
    return JsonObject.of("region", "north");
  }

  @Override
  public CompletableFuture<ItemPage> items(ItemListRef list, long from, int limit) {
    asked.add(list.id() + "@" + from);
    CompletableFuture<ItemPage> answer = new CompletableFuture<>();
    LongFunction<Item> items = lists.get(list.id());
    Platform.runLater(() -> {
      if (items == null) {
        answer.completeExceptionally(
            new IllegalStateException("the store has no list “" + list.id() + "”"));
      } else {
        long end = Math.min(from + limit, list.size());
        answer.complete(
            new ItemPage(from, LongStream.range(from, end).mapToObj(items).toList(), list.size()));
      }
    });
    return answer;
  }
}
