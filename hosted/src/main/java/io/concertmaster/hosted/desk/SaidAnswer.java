package io.concertmaster.hosted.desk;

import io.concertmaster.engine.Engine;
import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.ItemListRef;
import io.concertmaster.engine.NodeView;
import io.concertmaster.engine.RunView;
import io.concertmaster.node.data.BinaryData;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a node “Respond to webhook” said, for the page that follows a form. */
final class SaidAnswer {
  /** More items are no page that anybody reads. */
  private static final int MOST = 100;

  private SaidAnswer() {}

  /** The answer of a run; empty while no node said one. */
  static Optional<Map.Entry<String, JsonObject>> of(RunView view) {
    return view.told().entrySet().stream()
        .filter(each -> "response".equals(each.getValue().get("kind")))
        .findFirst();
  }

  /**
   * What a page says of an answer: {@code text}, or {@code address} for one that is opened instead.
   *
   * @param said the node's id, and its words
   */
  static JsonObject words(Engine engine, RunView view, Map.Entry<String, JsonObject> said)
      throws EngineException {
    JsonObject told = said.getValue();
    return switch (String.valueOf(told.get("with"))) {
      case "redirect" -> JsonObject.of("address", told.get("address"));
      case "text" -> JsonObject.of("text", told.get("body"));
      case "json" ->
          JsonObject.of(
              "text",
              told.get("body") instanceof String text ? text : Json.writePretty(told.get("body")));
      case "firstIncomingItem" -> {
        List<Item> items = items(engine, view, said.getKey(), 1);
        yield wrapped(told, items.isEmpty() ? JsonObject.empty() : items.getFirst().json());
      }
      case "allIncomingItems" ->
          wrapped(
              told,
              JsonArray.copyOf(
                  items(engine, view, said.getKey(), MOST).stream().map(Item::json).toList()));
      default -> JsonObject.empty(); // nothing
    };
  }

  /** The file with which a run answers; empty where it answers with none, or has none. */
  static Optional<BinaryData> file(Engine engine, RunView view, Map.Entry<String, JsonObject> said)
      throws EngineException {
    JsonObject told = said.getValue();
    List<Item> items =
        "binary".equals(told.get("with")) ? items(engine, view, said.getKey(), 1) : List.of();
    Map<String, BinaryData> files = items.isEmpty() ? Map.of() : items.getFirst().binary();
    return told.get("file") instanceof String name && !name.isBlank()
        ? Optional.ofNullable(files.get(name.strip()))
        : files.values().stream().findFirst();
  }

  private static JsonObject wrapped(JsonObject told, Object value) {
    Object whole =
        told.get("wrap") instanceof String field && !field.isBlank()
            ? JsonObject.of(field, value)
            : value;
    return JsonObject.of("text", Json.writePretty(whole));
  }

  private static List<Item> items(Engine engine, RunView view, String node, int limit)
      throws EngineException {
    NodeView worked = view.nodes().get(node);
    ItemListRef list = worked == null ? null : worked.last().outputs().get("main");
    return list == null || list.size() == 0 ? List.of() : engine.items(list, 0, limit).items();
  }
}
