package io.concertmaster.benchmarks;

import io.concertmaster.model.expression.Scope;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.ItemList;
import io.concertmaster.node.data.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A scope with one item, which is another node's item too.
 *
 * @param item the item
 * @param run the run's id
 */
record BenchScope(Optional<Item> item, String run) implements Scope, Scope.NodeData {
  static BenchScope of(int number) {
    JsonObject json =
        JsonObject.of("id", number, "amount", number * 0.5)
            .with("first", "name " + number)
            .with("x", JsonObject.of("y", number));
    return new BenchScope(Optional.of(Item.of(json)), "bench");
  }

  BenchScope inRun(String other) {
    return new BenchScope(item, other);
  }

  @Override
  public long itemIndex() {
    return 0;
  }

  @Override
  public int runIndex() {
    return 0;
  }

  @Override
  public ItemList input() {
    return ItemList.of(item.orElseThrow());
  }

  @Override
  public NodeData node(String name) {
    return this;
  }

  @Override
  public JsonObject workflow() {
    return JsonObject.empty();
  }

  @Override
  public JsonObject execution() {
    return JsonObject.of("id", run);
  }

  @Override
  public ZoneId zone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Instant now() {
    return Instant.EPOCH;
  }

  @Override
  public Optional<String> environment(String name) {
    return Optional.empty();
  }

  @Override
  public boolean executed() {
    return true;
  }

  @Override
  public ItemList items() {
    return input();
  }

  @Override
  public Optional<Item> pairedItem() {
    return item;
  }

  @Override
  public Optional<Item> pairedItem(long itemIndex) {
    return item;
  }

  @Override
  public JsonObject parameters() {
    return JsonObject.empty();
  }
}
