package io.concertmaster.designer.data;

import io.concertmaster.designer.window.EngineAccess;
import io.concertmaster.engine.ItemListRef;
import io.concertmaster.engine.ItemPage;
import io.concertmaster.node.data.Item;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A list of items that the window shows, read page by page. Two are equal when they are the same
 * list, so that a view that is told to show what it shows already can leave things alone.
 */
public sealed interface Items {
  /** How many items there are. */
  long size();

  /**
   * A page of them; completes on the JavaFX thread.
   *
   * @param from the first position, from 0
   * @param limit at most so many
   */
  CompletableFuture<ItemPage> page(long from, int limit);

  /** No items. */
  static Items none() {
    return new Held(List.of());
  }

  /** A list in the engine's store. */
  record Stored(ItemListRef list, EngineAccess engine) implements Items {
    @Override
    public long size() {
      return list.size();
    }

    @Override
    public CompletableFuture<ItemPage> page(long from, int limit) {
      return engine.items(list, from, limit);
    }
  }

  /** A short list in memory, such as pinned items. */
  record Held(List<Item> items) implements Items {
    public Held {
      items = List.copyOf(items);
    }

    @Override
    public long size() {
      return items.size();
    }

    @Override
    public CompletableFuture<ItemPage> page(long from, int limit) {
      int start = (int) Math.min(from, items.size());
      int end = (int) Math.min((long) start + limit, items.size());
      return CompletableFuture.completedFuture(
          new ItemPage(start, items.subList(start, end), items.size()));
    }
  }
}
