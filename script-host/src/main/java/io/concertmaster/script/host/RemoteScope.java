package io.concertmaster.script.host;

import io.concertmaster.model.expression.Scope;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.ItemList;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.script.wire.WireItem;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a script sees of its run: the small things came with the request, the rest is asked for when
 * a script wants it.
 */
final class RemoteScope implements Scope {
  private final Link link;
  private final JsonObject given;
  private final JsonObject paired;
  private final long first;
  private final Map<String, NodeData> nodes = new HashMap<>();
  private @Nullable ItemList input;
  private Optional<Item> item = Optional.empty();
  private long itemIndex;

  /** The scope of a request. */
  RemoteScope(Link link, JsonObject request) {
    this.link = link;
    this.given = object(request.get("scope"));
    this.paired = object(request.get("paired"));
    this.first = number(request.get("first"));
  }

  /** Goes to another item. */
  void at(Optional<Item> current, long index) {
    item = current;
    itemIndex = index;
  }

  @Override
  public Optional<Item> item() {
    return item;
  }

  @Override
  public long itemIndex() {
    return itemIndex;
  }

  @Override
  public int runIndex() {
    return given.get("runIndex") instanceof Long index ? index.intValue() : 0;
  }

  @Override
  public ItemList input() {
    ItemList known = input;
    if (known == null) {
      known = new RemoteItems(link, JsonObject.of("about", "input"), number(ask("input.size")));
      input = known;
    }
    return known;
  }

  @Override
  public NodeData node(String name) {
    NodeData known = nodes.get(name);
    if (known == null) {
      JsonObject about = JsonObject.of("about", "node", "node", name);
      known = new RemoteNode(name, link.ask(about));
      nodes.put(name, known);
    }
    return known;
  }

  /** The record of the item from which the current one descends, where it came along. */
  Optional<JsonObject> pairedRecord(String node) {
    long position = itemIndex - first;
    return paired.get(node) instanceof JsonArray came
            && position >= 0
            && position < came.size()
            && came.get((int) position) instanceof JsonObject record
            && record.get("json") instanceof JsonObject json
        ? Optional.of(json)
        : Optional.empty();
  }

  @Override
  public JsonObject workflow() {
    return given.get("workflow") instanceof JsonObject object ? object : JsonObject.empty();
  }

  @Override
  public JsonObject execution() {
    return given.get("execution") instanceof JsonObject object ? object : JsonObject.empty();
  }

  @Override
  public ZoneId zone() {
    return ZoneId.of(String.valueOf(given.get("zone")));
  }

  @Override
  public ZoneId machineZone() {
    return ZoneId.of(String.valueOf(given.get("machineZone")));
  }

  @Override
  public JsonObject variables() {
    return object(given.get("variables"));
  }

  @Override
  public JsonObject nodeInfo() {
    return object(given.get("nodeInfo"));
  }

  @Override
  public JsonObject nodeParameters() {
    return object(ask("nodeParameters"));
  }

  @Override
  public JsonObject rawParameters() {
    return object(ask("rawParameters"));
  }

  @Override
  public JsonObject nodeContext() {
    return object(ask("nodeContext"));
  }

  @Override
  public Optional<PreviousNode> previousNode() {
    return ask("previousNode") instanceof JsonObject node
        ? Optional.of(
            new PreviousNode(
                String.valueOf(node.get("name")),
                (int) number(node.get("outputIndex")),
                (int) number(node.get("runIndex"))))
        : Optional.empty();
  }

  @Override
  public Optional<Object> additional(String name) {
    return Optional.ofNullable(link.ask(JsonObject.of("about", "additional", "name", name)));
  }

  private static JsonObject object(@Nullable Object value) {
    return value instanceof JsonObject object ? object : JsonObject.empty();
  }

  @Override
  public Instant now() {
    return Instant.ofEpochMilli(number(given.get("now")));
  }

  @Override
  public Optional<String> environment(String name) {
    return link.ask(JsonObject.of("about", "environment", "name", name)) instanceof String text
        ? Optional.of(text)
        : Optional.empty();
  }

  private @Nullable Object ask(String about) {
    return link.ask(JsonObject.of("about", about));
  }

  private static long number(@Nullable Object value) {
    return value instanceof Long l ? l : 0;
  }

  /** What a node has sent, as far as it was told. */
  private final class RemoteNode implements NodeData {
    private final JsonObject told;
    private final ItemList items;
    private final @Nullable JsonArray ahead;

    RemoteNode(String name, @Nullable Object answer) {
      this.ahead = paired.get(name) instanceof JsonArray came ? came : null;
      this.told = answer instanceof JsonObject object ? object : JsonObject.empty();
      this.items =
          new RemoteItems(
              link,
              JsonObject.of("about", "items", "node", told.get("name")),
              number(told.get("size")));
    }

    @Override
    public boolean executed() {
      return Boolean.TRUE.equals(told.get("executed"));
    }

    @Override
    public ItemList items() {
      return items;
    }

    @Override
    public Optional<Item> pairedItem() {
      long position = itemIndex - first;
      if (ahead != null && position >= 0 && position < ahead.size()) {
        return ahead.get((int) position) instanceof JsonObject record
            ? Optional.of(WireItem.item(record))
            : Optional.empty();
      }
      JsonObject about =
          JsonObject.of("about", "paired", "node", told.get("name")).with("index", itemIndex);
      return link.ask(about) instanceof JsonObject record
          ? Optional.of(WireItem.item(record))
          : Optional.empty();
    }

    @Override
    public Optional<Item> pairedItem(long index) {
      JsonObject about =
          JsonObject.of("about", "pairedTo", "node", told.get("name")).with("index", index);
      return link.ask(about) instanceof JsonObject record
          ? Optional.of(WireItem.item(record))
          : Optional.empty();
    }

    @Override
    public ItemList items(int output, int run) {
      JsonObject about =
          JsonObject.of("about", "itemsOf", "node", told.get("name"))
              .with("output", output)
              .with("run", run);
      return new RemoteItems(link, about, number(link.ask(about.with("about", "itemsOf.size"))));
    }

    @Override
    public int runs() {
      return (int) number(told.get("runs"));
    }

    @Override
    public JsonObject context() {
      return object(link.ask(JsonObject.of("about", "context", "node", told.get("name"))));
    }

    @Override
    public JsonObject parameters() {
      return told.get("parameters") instanceof JsonObject object ? object : JsonObject.empty();
    }
  }
}
