package io.concertmaster.cli;

import io.concertmaster.engine.Engine;
import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.ItemListRef;
import io.concertmaster.engine.ItemPage;
import io.concertmaster.engine.NodeView;
import io.concertmaster.engine.RunView;
import io.concertmaster.node.data.BinaryData;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.data.Paired;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A run as JSON: {@code {run, status, error?, customData?, nodes: {<name>: [[items of output 0],
 * …]}}}, where an item is {@code {json, binary?, paired?}}. Written as it is read, page by page:
 * the lists may be larger than memory. Of a node that ran several times the newest run counts.
 */
final class RunJson {
  private static final int PAGE = 1_000;

  private final Engine engine;
  private final PrintWriter out;

  private RunJson(Engine engine, PrintWriter out) {
    this.engine = engine;
    this.out = out;
  }

  /** Writes the items of all nodes, or of the one that ended last. */
  static void write(Engine engine, RunView view, boolean all, PrintWriter out)
      throws EngineException {
    new RunJson(engine, out).write(view, all);
  }

  private void write(RunView view, boolean all) throws EngineException {
    out.print("{\"run\":" + view.id() + ",\"status\":" + Json.write(word(view.status())));
    if (view.summary().error().isPresent()) {
      var error = view.summary().error().get();
      JsonObject told = JsonObject.of("message", error.message());
      String node = error.node().map(id -> name(view, id)).orElse("");
      out.print(",\"error\":" + (node.isEmpty() ? told : told.with("node", node)));
    }
    if (!view.customData().isEmpty()) {
      JsonObject.Builder custom = JsonObject.builder();
      view.customData().forEach(custom::put);
      out.print(",\"customData\":" + custom.build());
    }
    out.print(",\"nodes\":{");
    boolean first = true;
    for (NodeView node : all ? List.copyOf(view.nodes().values()) : lastOf(view)) {
      out.print(first ? "\n" : ",\n");
      out.print(Json.write(name(view, node.node())) + ":[");
      writeOutputs(node);
      out.print("]");
      first = false;
    }
    out.println("}}");
    out.flush();
  }

  /** A state or status as JSON output and tables say it: its name in small letters. */
  static String word(Enum<?> state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private static String name(RunView view, String id) {
    return view.workflow().nameOf(id);
  }

  private static List<NodeView> lastOf(RunView view) {
    return view.lastNode().map(view.nodes()::get).stream()
        .filter(node -> node.last().ended().isPresent())
        .toList();
  }

  private void writeOutputs(NodeView node) throws EngineException {
    boolean first = true;
    for (ItemListRef list : node.last().outputs().values()) {
      out.print(first ? "[" : ",[");
      writeItems(list);
      out.print("]");
      first = false;
    }
  }

  private void writeItems(ItemListRef list) throws EngineException {
    for (long from = 0; from < list.size(); from += PAGE) {
      ItemPage page = engine.items(list, from, PAGE);
      for (int i = 0; i < page.items().size(); i++) {
        if (from + i > 0) {
          out.print(",");
        }
        out.print(Json.write(toJson(page.items().get(i))));
      }
    }
  }

  private static JsonObject toJson(Item item) {
    JsonObject json = JsonObject.of("json", item.json());
    if (!item.binary().isEmpty()) {
      json = json.with("binary", files(item.binary()));
    }
    if (!item.paired().isEmpty()) {
      json = json.with("paired", lineage(item.paired()));
    }
    return json;
  }

  private static JsonObject files(Map<String, BinaryData> binary) {
    JsonObject.Builder files = JsonObject.builder();
    binary.forEach((name, file) ->
        files.put(
            name,
            JsonObject.of("fileName", file.fileName(), "mimeType", file.mimeType())
                .with("size", file.size())));
    return files.build();
  }

  private static JsonArray lineage(List<Paired> paired) {
    List<JsonObject> list = new ArrayList<>(paired.size());
    for (Paired each : paired) {
      list.add(JsonObject.of("item", each.item(), "input", each.input()));
    }
    return JsonArray.copyOf(list);
  }
}
