package io.concertmaster.model.expression;

import io.concertmaster.model.expression.ExpressionException.Kind;
import io.concertmaster.node.data.BinaryData;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.ItemList;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The scope of a line of {@link EvalLine}, read from the line's fields. */
record LineScope(
    ItemList input,
    long itemIndex,
    int runIndex,
    Map<String, Sent> nodes,
    JsonObject workflow,
    JsonObject execution,
    JsonObject variables,
    ZoneId zone,
    Instant now)
    implements Scope {

  /** Reads a line; what is said in its field {@code context} counts where the line is silent. */
  static LineScope of(JsonObject line) {
    JsonObject all = object(line.get("context")).withAll(line);
    JsonObject workflow = object(all.get("workflow"));
    long itemIndex = all.get("itemIndex") instanceof Number n ? n.longValue() : 0;
    return new LineScope(
        ItemList.of(items(all.get("input"))),
        itemIndex,
        all.get("runIndex") instanceof Number n ? n.intValue() : 0,
        nodes(all, workflow, itemIndex),
        workflow,
        object(all.get("execution")),
        object(all.get("env")),
        zone(all.get("timezone")),
        all.get("now") instanceof String text ? instant(text) : Instant.now());
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("'now' is no moment like 2026-01-31T12:00:00Z", e);
    }
  }

  private static ZoneId zone(@Nullable Object name) {
    return name instanceof String text && ZoneId.getAvailableZoneIds().contains(text)
        ? ZoneId.of(text)
        : ZoneId.systemDefault();
  }

  private static JsonObject object(@Nullable Object value) {
    return value instanceof JsonObject object && !isUndefined(object) ? object : JsonObject.empty();
  }

  private static boolean isUndefined(@Nullable Object value) {
    return value instanceof JsonObject object && "undefined".equals(object.get("$type"));
  }

  private static List<Item> items(@Nullable Object given) {
    List<Item> items = new ArrayList<>();
    switch (given) {
      case JsonArray array -> array.forEach(one -> items.add(item(one)));
      case JsonObject one when !isUndefined(one) -> items.add(item(one));
      case null, default -> {
        // no items
      }
    }
    return items;
  }

  private static Item item(@Nullable Object given) {
    JsonObject object = object(given);
    if (!(object.get("json") instanceof JsonObject json)) {
      return Item.of(object);
    }
    Map<String, BinaryData> files = new LinkedHashMap<>();
    object(object.get("binary")).forEach((name, file) -> files.put(name, file(object(file))));
    return new Item(json, files, List.of());
  }

  private static BinaryData file(JsonObject file) {
    return new BinaryData(
        file.get("id") instanceof String id ? id : "",
        file.get("fileName") instanceof String name ? name : "",
        file.get("mimeType") instanceof String type ? type : "application/octet-stream",
        file.get("bytes") instanceof Number size ? size.longValue() : 0);
  }

  private static Map<String, Sent> nodes(JsonObject all, JsonObject workflow, long itemIndex) {
    Map<String, JsonObject> parameters = new LinkedHashMap<>();
    if (workflow.get("nodes") instanceof JsonArray list) {
      for (Object node : list) {
        JsonObject definition = object(node);
        parameters.put(
            String.valueOf(definition.get("name")), object(definition.get("parameters")));
      }
    }
    Map<String, Sent> nodes = new LinkedHashMap<>();
    parameters.forEach((name, own) -> nodes.put(name, new Sent(false, List.of(), itemIndex, own)));
    object(all.get("runData"))
        .forEach((name, runs) -> put(nodes, name, firstOutput(runs), itemIndex, parameters));
    object(all.get("nodes"))
        .forEach((name, items) -> put(nodes, name, items, itemIndex, parameters));
    return nodes;
  }

  private static void put(
      Map<String, Sent> nodes,
      String name,
      @Nullable Object items,
      long itemIndex,
      Map<String, JsonObject> parameters) {
    JsonObject own = parameters.getOrDefault(name, JsonObject.empty());
    nodes.put(name, new Sent(items != null, items(items), itemIndex, own));
  }

  /** The items of the first output in a node's last run, as n8n writes run data. */
  private static @Nullable Object firstOutput(@Nullable Object runs) {
    if (runs instanceof JsonArray list
        && !list.isEmpty()
        && object(object(list.getLast()).get("data")).get("main") instanceof JsonArray outputs
        && !outputs.isEmpty()) {
      return outputs.getFirst();
    }
    return null;
  }

  @Override
  public Optional<Item> item() {
    return itemIndex >= 0 && itemIndex < input.size()
        ? Optional.of(input.get(itemIndex))
        : Optional.empty();
  }

  @Override
  public NodeData node(String name) throws ExpressionException {
    Sent sent = nodes.get(name);
    if (sent == null) {
      throw new ExpressionException(
          Kind.MISSING_DATA, "there is no node '" + name + "' in the workflow", 0, 0);
    }
    return sent;
  }

  @Override
  public Optional<String> environment(String name) {
    return variables.get(name) instanceof String value ? Optional.of(value) : Optional.empty();
  }

  /** What a node of the line has sent. */
  record Sent(boolean executed, List<Item> list, long index, JsonObject parameters)
      implements NodeData {
    @Override
    public ItemList items() {
      return ItemList.of(list);
    }

    @Override
    public Optional<Item> pairedItem() {
      return index >= 0 && index < list.size()
          ? Optional.of(list.get((int) index))
          : Optional.empty();
    }
  }
}
