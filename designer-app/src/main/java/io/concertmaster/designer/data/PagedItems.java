package io.concertmaster.designer.data;

import io.concertmaster.engine.ItemPage;
import io.concertmaster.node.data.Item;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/**
 * The items near those that somebody looks at, of a list of any length. On the JavaFX thread only.
 *
 * <p>Design note. A cell asks for its item while the table lays itself out; what is not here yet is
 * noted as wanted, and fetched once the layout is over: the newest wish first, {@value #IN_FLIGHT}
 * pages at a time, and of the others only the newest {@value #WANTED}. Somebody who drags the
 * scroll bar over a million rows passes thousands of pages; only those on which the eye comes to
 * rest are read.
 */
final class PagedItems {
  static final int PAGE = 200;
  private static final int KEPT = 40;
  private static final int WANTED = 3;
  private static final int IN_FLIGHT = 2;

  private final Items items;
  private final Arrival arrival;
  private final Map<Long, ItemPage> pages =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, ItemPage> eldest) {
          return size() > KEPT;
        }
      };
  private final Deque<Long> wanted = new ArrayDeque<>();
  private final Set<Long> flying = new HashSet<>();
  private final Set<Long> failed = new HashSet<>();
  private boolean scheduled;

  PagedItems(Items items, Arrival arrival) {
    this.items = items;
    this.arrival = arrival;
  }

  /** The list that is read. */
  Items items() {
    return items;
  }

  /** The item at a position; empty while it is on its way. */
  Optional<Item> item(long index) {
    long number = index / PAGE;
    ItemPage page = pages.get(number);
    if (page == null) {
      want(number);
      return Optional.empty();
    }
    int at = (int) (index - page.from());
    return at < page.items().size() ? Optional.of(page.items().get(at)) : Optional.empty();
  }

  private void want(long number) {
    if (flying.contains(number) || failed.contains(number)) {
      return;
    }
    wanted.remove(number);
    wanted.addFirst(number);
    while (wanted.size() > WANTED) {
      wanted.removeLast();
    }
    if (!scheduled) {
      scheduled = true;
      Platform.runLater(this::fetch);
    }
  }

  private void fetch() {
    scheduled = false;
    while (flying.size() < IN_FLIGHT && !wanted.isEmpty()) {
      long number = wanted.removeFirst();
      flying.add(number);
      var _ =
          items
              .page(number * PAGE, PAGE)
              .whenComplete((page, error) -> arrived(number, page, error));
    }
  }

  private void arrived(long number, @Nullable ItemPage page, @Nullable Throwable error) {
    flying.remove(number);
    if (page != null) {
      pages.put(number, page);
      arrival.page(page);
    } else if (error != null) {
      failed.add(number);
      arrival.failed(error);
    }
    fetch();
  }

  /** Hears of pages that came. */
  interface Arrival {
    /** A page came. */
    void page(ItemPage page);

    /** A page could not be read. */
    void failed(Throwable error);
  }
}
