package io.concertmaster.node.testkit;

import io.concertmaster.node.Pack;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.ItemList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** Items as they are. A row counts as as many bytes as its JSON text has characters. */
final class MemoryPack implements Pack {
  private List<Item> items = new ArrayList<>();
  private long bytes;

  @Override
  public void add(Item item) {
    items.add(item);
    bytes += item.json().toString().length();
  }

  @Override
  public int size() {
    return items.size();
  }

  @Override
  public long bytes() {
    return bytes;
  }

  @Override
  public Item get(int index) {
    return items.get(index);
  }

  @Override
  public Iterator<Item> inOrder(int[] places) {
    return Arrays.stream(places).mapToObj(items::get).iterator();
  }

  @Override
  public void clear() {
    items = new ArrayList<>();
    bytes = 0;
  }

  @Override
  public ItemList spill(int[] order) {
    List<Item> held = items;
    clear();
    return ItemList.of(Arrays.stream(order).mapToObj(held::get).toList());
  }
}
