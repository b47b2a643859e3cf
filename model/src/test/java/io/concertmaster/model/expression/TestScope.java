package io.concertmaster.model.expression;

import io.concertmaster.model.expression.ExpressionException.Kind;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.ItemList;
import io.concertmaster.node.data.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A scope for tests: some items, some nodes that have run, and a fixed clock. */
public final class TestScope implements Scope {
  private final List<Item> items;
  private final Map<String, NodeData> nodes = new LinkedHashMap<>();
  private int index;

  private TestScope(List<Item> items) {
    this.items = items;
  }

  /** A scope whose current item is the first of some records. */
  public static TestScope of(JsonObject... records) {
    return new TestScope(List.of(records).stream().map(Item::of).toList());
  }

  /** A scope with items. */
  public static TestScope withItems(Item... items) {
    return new TestScope(List.of(items));
  }

  /** This scope with another current item. */
  public TestScope at(int position) {
    index = position;
    return this;
  }

  /** This scope with a node that has sent records, the one with the current index paired. */
  public TestScope node(String name, JsonObject... records) {
    List<Item> sent = List.of(records).stream().map(Item::of).toList();
    return node(name, true, sent);
  }

  /** This scope with a node. */
  public TestScope node(String name, boolean executed, List<Item> sent) {
    nodes.put(
        name,
        new NodeData() {
          @Override
          public boolean executed() {
            return executed;
          }

          @Override
          public ItemList items() {
            return ItemList.of(sent);
          }

          @Override
          public Optional<Item> pairedItem() {
            return index < sent.size() ? Optional.of(sent.get(index)) : Optional.empty();
          }

          @Override
          public Optional<Item> pairedItem(long itemIndex) {
            return itemIndex >= 0 && itemIndex < sent.size()
                ? Optional.of(sent.get((int) itemIndex))
                : Optional.empty();
          }

          @Override
          public JsonObject parameters() {
            return JsonObject.of("url", "http://localhost/");
          }
        });
    return this;
  }

  @Override
  public Optional<Item> item() {
    return index < items.size() ? Optional.of(items.get(index)) : Optional.empty();
  }

  @Override
  public long itemIndex() {
    return index;
  }

  @Override
  public int runIndex() {
    return 2;
  }

  @Override
  public ItemList input() {
    return ItemList.of(items);
  }

  @Override
  public NodeData node(String name) throws ExpressionException {
    NodeData node = nodes.get(name);
    if (node == null) {
      throw new ExpressionException(Kind.MISSING_DATA, "there is no node '" + name + "'", 0, 0);
    }
    return node;
  }

  @Override
  public JsonObject workflow() {
    return JsonObject.of("id", "orders", "name", "Orders");
  }

  @Override
  public JsonObject execution() {
    return JsonObject.of("id", "run-1", "mode", "manual");
  }

  @Override
  public ZoneId zone() {
    return ZoneId.of("Europe/Amsterdam");
  }

  @Override
  public ZoneId machineZone() {
    return ZoneId.of("UTC");
  }

  @Override
  public Optional<PreviousNode> previousNode() {
    return Optional.of(new PreviousNode("Fetch", 1, 0));
  }

  @Override
  public JsonObject variables() {
    return JsonObject.of("region", "eu");
  }

  @Override
  public JsonObject nodeParameters() {
    return JsonObject.of("url", "http://localhost/", "&kind", "text");
  }

  @Override
  public JsonObject rawParameters() {
    return JsonObject.of("url", "={{ 1 }}");
  }

  @Override
  public JsonObject staticData(String kind) {
    return JsonObject.of("kind", kind);
  }

  @Override
  public JsonObject nodeInfo() {
    return JsonObject.of("id", "n1", "version", 2.1);
  }

  @Override
  public Optional<Object> additional(String name) {
    return name.equals("$response")
        ? Optional.of(JsonObject.of("statusCode", 200L))
        : Optional.empty();
  }

  @Override
  public Instant now() {
    return Instant.parse("2026-03-29T00:30:15.250Z");
  }

  @Override
  public Optional<String> environment(String name) {
    return name.equals("HOME") ? Optional.of("/home/ann") : Optional.empty();
  }
}
