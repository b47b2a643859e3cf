package io.concertmaster.designer.expression;

import io.concertmaster.designer.data.Items;
import io.concertmaster.engine.ItemPage;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.ItemList;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/**
 * Items of a run as an expression reads them: waits for each page, so never to be read on the
 * JavaFX thread. Holds one page.
 */
final class StoredItems implements ItemList {
  private static final int PAGE = 100;
  private static final int PATIENCE_SECONDS = 10;

  private final Items items;
  private @Nullable ItemPage page;

  StoredItems(Items items) {
    this.items = items;
  }

  @Override
  public long size() {
    return items.size();
  }

  @Override
  public Item get(long index) {
    if (index < 0 || index >= size()) {
      throw new IndexOutOfBoundsException("there is no item " + index);
    }
    ItemPage held = page;
    if (held == null || index < held.from() || index >= held.from() + held.items().size()) {
      held = read(index / PAGE * PAGE);
      page = held;
    }
    return held.items().get((int) (index - held.from()));
  }

  @Override
  public Iterator<Item> from(long index) {
    return new Iterator<>() {
      private long next = index;

      @Override
      public boolean hasNext() {
        return next < size();
      }

      @Override
      public Item next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return get(next++);
      }
    };
  }

  private ItemPage read(long from) {
    try {
      CompletableFuture<ItemPage> asked =
          CompletableFuture.<@Nullable Void>completedFuture(null)
              .thenComposeAsync(now -> items.page(from, PAGE), Platform::runLater);
      return asked.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CompletionException("the preview is no longer wanted", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new CompletionException("items of the run cannot be read", e);
    }
  }
}
