package io.concertmaster.model.expression.compile;

import io.concertmaster.model.expression.ExpressionException;
import io.concertmaster.model.expression.Scope;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.ItemList;
import io.concertmaster.node.data.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A scope as another item of the same input sees it: {@code $item(index)}.
 *
 * @param scope the scope of the current item
 * @param itemIndex the other item's position
 */
record ItemView(Scope scope, long itemIndex) implements Scope {
  @Override
  public Optional<Item> item() {
    ItemList input = scope.input();
    return itemIndex >= 0 && itemIndex < input.size()
        ? Optional.of(input.get(itemIndex))
        : Optional.empty();
  }

  @Override
  public int runIndex() {
    return scope.runIndex();
  }

  @Override
  public ItemList input() {
    return scope.input();
  }

  @Override
  public NodeData node(String name) throws ExpressionException {
    return new Paired(scope.node(name), itemIndex);
  }

  @Override
  public JsonObject workflow() {
    return scope.workflow();
  }

  @Override
  public JsonObject execution() {
    return scope.execution();
  }

  @Override
  public ZoneId zone() {
    return scope.zone();
  }

  @Override
  public Instant now() {
    return scope.now();
  }

  @Override
  public Optional<String> environment(String name) {
    return scope.environment(name);
  }

  @Override
  public Optional<PreviousNode> previousNode() {
    return scope.previousNode();
  }

  @Override
  public JsonObject variables() {
    return scope.variables();
  }

  @Override
  public JsonObject nodeParameters() {
    return scope.nodeParameters();
  }

  @Override
  public JsonObject rawParameters() {
    return scope.rawParameters();
  }

  @Override
  public JsonObject nodeContext() {
    return scope.nodeContext();
  }

  @Override
  public JsonObject staticData(String kind) {
    return scope.staticData(kind);
  }

  @Override
  public JsonObject nodeInfo() {
    return scope.nodeInfo();
  }

  @Override
  public ItemList input(int index) {
    return scope.input(index);
  }

  @Override
  public ZoneId machineZone() {
    return scope.machineZone();
  }

  @Override
  public Optional<Object> additional(String name) {
    return scope.additional(name);
  }

  /** What a node has sent, with the item that belongs to the other item. */
  private record Paired(NodeData node, long itemIndex) implements NodeData {
    @Override
    public boolean executed() {
      return node.executed();
    }

    @Override
    public ItemList items() {
      return node.items();
    }

    @Override
    public Optional<Item> pairedItem() {
      return node.pairedItem(itemIndex);
    }

    @Override
    public JsonObject parameters() {
      return node.parameters();
    }

    @Override
    public ItemList items(int output, int run) {
      return node.items(output, run);
    }

    @Override
    public int runs() {
      return node.runs();
    }

    @Override
    public Optional<Item> pairedItem(long index) {
      return node.pairedItem(index);
    }

    @Override
    public JsonObject context() {
      return node.context();
    }
  }
}
