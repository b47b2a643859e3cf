package io.concertmaster.engine.local;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.ItemListRef;
import io.concertmaster.engine.ItemPage;
import io.concertmaster.engine.local.items.Blobs;
import io.concertmaster.engine.local.items.FileStore;
import io.concertmaster.engine.local.items.ItemStore;
import io.concertmaster.node.data.BinaryData;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.ItemList;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Pages of stored lists, and the files that travel with their items. */
final class Pages {
  private Pages() {}

  static InputStream file(Blobs blobs, BinaryData file) throws EngineException {
    try {
      return new FileStore(blobs).open(file);
    } catch (IllegalArgumentException e) {
      throw new EngineException(
          EngineException.Reason.STORE_FAILED,
          "the store has no file “" + file.fileName() + "”",
          e);
    }
  }

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
