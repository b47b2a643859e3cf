package io.concertmaster.model.expression;

import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.ItemList;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A node of a line of {@link EvalLine}: what it has sent.
 *
 * @param sent the items of each output in each run
 * @param index the current item's position, to which the item with the same position is paired
 */
record LineNode(List<List<List<Item>>> sent, long index, JsonObject parameters, JsonObject context)
    implements Scope.NodeData {
  /** The nodes of a line by name. */
  static Map<String, LineNode> all(JsonObject line, long index) {
    Map<String, JsonObject> parameters = new LinkedHashMap<>();
    if (LineItems.object(line.get("workflow")).get("nodes") instanceof JsonArray list) {
      for (Object node : list) {
        JsonObject definition = LineItems.object(node);
        parameters.put(
            String.valueOf(definition.get("name")), LineItems.object(definition.get("parameters")));
      }
    }
    Map<String, List<List<List<Item>>>> sent = new LinkedHashMap<>();
    parameters.keySet().forEach(name -> sent.put(name, List.of()));
    LineItems.object(line.get("runData")).forEach((name, runs) -> sent.put(name, runs(runs)));
    LineItems.object(line.get("nodes"))
        .forEach((name, items) ->
            sent.put(name, items == null ? List.of() : List.of(List.of(LineItems.items(items)))));
    JsonObject contexts = LineItems.object(line.get("contexts"));
    Map<String, LineNode> nodes = new LinkedHashMap<>();
    sent.forEach((name, runs) ->
        nodes.put(
            name,
            new LineNode(
                runs,
                index,
                parameters.getOrDefault(name, JsonObject.empty()),
                LineItems.object(contexts.get(name)))));
    return nodes;
  }

  /** Runs as n8n writes them: {@code [{data: {main: [[item]]}}]}. */
  private static List<List<List<Item>>> runs(@Nullable Object given) {
    List<List<List<Item>>> runs = new ArrayList<>();
    if (given instanceof JsonArray list) {
      for (Object run : list) {
        List<List<Item>> outputs = new ArrayList<>();
        JsonObject data = LineItems.object(LineItems.object(run).get("data"));
        if (data.get("main") instanceof JsonArray main) {
          main.forEach(items -> outputs.add(LineItems.items(items)));
        }
        runs.add(outputs);
      }
    }
    return runs;
  }

  @Override
  public boolean executed() {
    return !sent.isEmpty();
  }

  @Override
  public ItemList items() {
    return items(0, -1);
  }

  @Override
  public ItemList items(int output, int run) {
    int number = run < 0 ? sent.size() - 1 : run;
    if (number < 0 || number >= sent.size() || output < 0 || output >= sent.get(number).size()) {
      return ItemList.of();
    }
    return ItemList.of(sent.get(number).get(output));
  }

  @Override
  public Optional<Item> pairedItem() {
    return pairedItem(index);
  }

  @Override
  public Optional<Item> pairedItem(long itemIndex) {
    ItemList items = items();
    return itemIndex >= 0 && itemIndex < items.size()
        ? Optional.of(items.get(itemIndex))
        : Optional.empty();
  }

  @Override
  public int runs() {
    return sent.size();
  }
}
