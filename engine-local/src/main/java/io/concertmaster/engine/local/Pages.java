package io.concertmaster.engine.local;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.ItemListRef;
import io.concertmaster.engine.ItemPage;
import io.concertmaster.engine.local.items.ItemStore;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.ItemList;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Pages of stored lists. */
final class Pages {
  private Pages() {}

  static ItemPage of(ItemStore store, ItemListRef list, long from, int limit)
      throws EngineException {
    try {
      ItemList items = store.list(list);
      List<Item> page = new ArrayList<>();
      Iterator<Item> rest = items.from(Math.max(0, from));
      while (page.size() < limit && rest.hasNext()) {
        page.add(rest.next());
      }
      return new ItemPage(Math.max(0, from), page, items.size());
    } catch (IllegalArgumentException e) {
      throw new EngineException(
          EngineException.Reason.STORE_FAILED, "the store has no list “" + list.id() + "”", e);
    }
  }
}
