package io.concertmaster.node.testkit;

import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeMemory;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.ItemList;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a node keeps, in memory, from one {@link NodeRun} to the next. */
final class MemoryOfNode implements NodeMemory {
  private JsonObject values = JsonObject.empty();
  private final Map<String, List<Item>> lists = new HashMap<>();

  @Override
  public JsonObject values() {
    return values;
  }

  @Override
  public void values(JsonObject changed) throws NodeException {
    if (Json.write(changed).length() > LIMIT) {
      throw new NodeException("more than " + LIMIT + " characters cannot be kept");
    }
    values = changed;
  }

  @Override
  public ItemList list(String name) {
    return ItemList.of(lists.getOrDefault(name, List.of()));
  }

  @Override
  public void keep(String name, ItemList items) {
    List<Item> kept = new ArrayList<>();
    items.forEach(kept::add);
    lists.put(name, kept);
  }

  @Override
  public void append(String name, ItemList items) {
    items.forEach(lists.computeIfAbsent(name, list -> new ArrayList<>())::add);
  }
}
