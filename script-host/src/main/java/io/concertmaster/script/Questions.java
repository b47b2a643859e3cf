package io.concertmaster.script;

import io.concertmaster.model.expression.ExpressionException;
import io.concertmaster.model.expression.Scope;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.ItemList;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.script.wire.WireItem;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers what a script asks about its run, from the scope of its evaluation. Only data leaves: no
 * question can name anything but nodes, items and variables.
 */
class Questions {
  /** So many items are handed out at once. */
  private static final int PIECE = 256;

  private final Scope scope;

  Questions(Scope scope) {
    this.scope = scope;
  }

  final Scope scope() {
    return scope;
  }

  /** The answer to a question. */
  final JsonObject answer(JsonObject question) {
    try {
      return JsonObject.of("op", "answer").withAll(JsonObject.of("value", value(question)));
    } catch (ExpressionException e) {
      return JsonObject.of("op", "refusal", "kind", e.kind().name()).with("error", e.getMessage());
    }
  }

  /** What is asked for. */
  @Nullable Object value(JsonObject question) throws ExpressionException {
    return switch (String.valueOf(question.get("about"))) {
      case "input.size" -> scope.input().size();
      case "input" -> piece(scope.input(), question);
      case "node" -> node(name(question));
      case "items" -> piece(scope.node(name(question)).items(), question);
      case "paired" -> paired(question);
      case "environment" -> scope.environment(String.valueOf(question.get("name"))).orElse(null);
      case "pairedTo" ->
          scope
              .node(name(question))
              .pairedItem(number(question, "index"))
              .map(WireItem::of)
              .orElse(null);
      case "itemsOf" -> piece(itemsOf(question), question);
      case "itemsOf.size" -> itemsOf(question).size();
      case "context" -> scope.node(name(question)).context();
      case "nodeParameters" -> scope.nodeParameters();
      case "rawParameters" -> scope.rawParameters();
      case "nodeContext" -> scope.nodeContext();
      case "previousNode" ->
          scope
              .previousNode()
              .map(node ->
                  JsonObject.of("name", node.name())
                      .with("outputIndex", node.outputIndex())
                      .with("runIndex", node.runIndex()))
              .orElse(null);
      case "additional" -> scope.additional(String.valueOf(question.get("name"))).orElse(null);
      default ->
          throw new ExpressionException(
              ExpressionException.Kind.UNSUPPORTED, "scripts cannot ask for this", 0, 0);
    };
  }

  /** The item of a node from which another descends. */
  private @Nullable JsonObject paired(JsonObject question) throws ExpressionException {
    Scope.NodeData node = scope.node(name(question));
    long index = number(question, "index");
    return (index == scope.itemIndex() ? node.pairedItem() : node.pairedItem(index))
        .map(WireItem::of)
        .orElse(null);
  }

  static String name(JsonObject question) {
    return String.valueOf(question.get("node"));
  }

  private ItemList itemsOf(JsonObject question) throws ExpressionException {
    return scope
        .node(name(question))
        .items((int) number(question, "output"), (int) number(question, "run"));
  }

  static long number(JsonObject question, String name) {
    return question.get(name) instanceof Long l ? l : 0;
  }

  private JsonObject node(String name) throws ExpressionException {
    Scope.NodeData node = scope.node(name);
    return JsonObject.of("name", name, "executed", node.executed())
        .with("size", node.executed() ? node.items().size() : 0)
        .with("runs", node.runs())
        .with("parameters", node.parameters());
  }

  private static JsonArray piece(ItemList items, JsonObject question) {
    long from = question.get("from") instanceof Long l ? Math.max(0, l) : 0;
    List<JsonObject> records = new ArrayList<>();
    for (Iterator<Item> walk = items.from(from); walk.hasNext() && records.size() < PIECE; ) {
      records.add(WireItem.of(walk.next()));
    }
    return JsonArray.ofValues(records.toArray());
  }
}
