package io.concertmaster.script.host;

import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.ItemList;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.script.wire.WireItem;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Items that lie with the program: fetched piece by piece, of which the newest is kept. */
final class RemoteItems implements ItemList {
  private final Link link;
  private final JsonObject question;
  private final long size;
  private long start;
  private List<Item> piece = List.of();

  /** The items that a question gives, asked with a field {@code from}. */
  RemoteItems(Link link, JsonObject question, long size) {
    this.link = link;
    this.question = question;
    this.size = size;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public Item get(long index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException("no item " + index + " of " + size);
    }
    if (index < start || index >= start + piece.size()) {
      if (!(link.ask(question.with("from", index)) instanceof JsonArray records)
          || records.isEmpty()) {
        throw new IllegalStateException("items that are not there any more");
      }
      piece = records.stream().map(WireItem::item).toList();
      start = index;
    }
    return piece.get((int) (index - start));
  }

  @Override
  public Iterator<Item> from(long index) {
    return new Iterator<>() {
      private long next = index;

      @Override
      public boolean hasNext() {
        return next < size;
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
}
