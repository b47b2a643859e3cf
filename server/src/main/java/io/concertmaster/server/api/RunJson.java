package io.concertmaster.server.api;

import io.concertmaster.engine.Activation;
import io.concertmaster.engine.ItemListRef;
import io.concertmaster.engine.ItemPage;
import io.concertmaster.engine.NodeView;
import io.concertmaster.engine.RunError;
import io.concertmaster.engine.RunEvent;
import io.concertmaster.engine.RunSummary;
import io.concertmaster.engine.RunView;
import io.concertmaster.model.io.Sha256;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Map;

/** Runs as JSON. */
final class RunJson {
  /** Bytes of the name of a list. */
  private static final int LIST_NAME = 16;

  private RunJson() {}

  static JsonObject of(RunSummary run) {
    JsonObject json =
        JsonObject.of("run", run.id().number(), "workflow", run.workflowId())
            .with("name", run.workflowName())
            .with("status", JsonText.word(run.status()))
            .with("started", run.started());
    json = JsonText.maybe(json, "ended", run.ended());
    return (run.error().isPresent() ? json.with("error", of(run.error().get())) : json)
        .with("resumed", run.resumed());
  }

  static JsonObject of(RunView view) {
    JsonObject json = of(view.summary()).with("mode", view.mode().id());
    if (view.caller().isPresent()) {
      json = json.with("caller", view.caller().get().number());
    }
    json = JsonText.maybe(json, "lastNode", view.lastNode());
    json = JsonText.maybe(json, "waitingUntil", view.waitingUntil());
    json = JsonText.maybe(json, "answerToken", view.answerToken());
    if (!view.answerTokens().isEmpty()) {
      json = json.with("answerTokens", JsonObject.copyOf(view.answerTokens()));
    }
    JsonObject.Builder nodes = JsonObject.builder();
    view.nodes().forEach((id, node) -> nodes.put(id, of(view, node)));
    return json.with("definition", view.definitionHash())
        .with("customData", JsonObject.copyOf(view.customData()))
        .with("nodes", nodes.build())
        .with("log", log(view.log()));
  }

  private static JsonArray log(List<RunView.LogLine> lines) {
    return JsonArray.copyOf(
        lines.stream()
            .map(line ->
                JsonObject.of("at", line.at(), "node", line.node()).with("text", line.text()))
            .toList());
  }

  private static JsonObject of(RunView view, NodeView node) {
    return JsonObject.of("name", view.workflow().nameOf(node.node()))
        .with("state", JsonText.word(node.state()))
        .with(
            "activations", JsonArray.copyOf(node.activations().stream().map(RunJson::of).toList()));
  }

  private static JsonObject of(Activation activation) {
    JsonObject.Builder outputs = JsonObject.builder();
    activation.outputs().forEach((port, list) -> outputs.put(port, list.size()));
    JsonObject json =
        JsonObject.of("state", JsonText.word(activation.state()), "attempt", activation.attempt())
            .with("runIndex", activation.runIndex())
            .with("started", activation.started());
    json = JsonText.maybe(json, "ended", activation.ended());
    json =
        json.with(
                "inputs",
                JsonArray.copyOf(activation.inputs().stream().map(ItemListRef::size).toList()))
            .with("outputs", outputs.build())
            .with("lists", lists(activation))
            .with("progress", activation.progress());
    return activation.error().isPresent() ? json.with("error", of(activation.error().get())) : json;
  }

  private static JsonObject lists(Activation activation) {
    JsonObject.Builder outputs = JsonObject.builder();
    activation.outputs().forEach((port, list) -> outputs.put(port, listName(list)));
    return JsonObject.of(
            "inputs",
            JsonArray.copyOf(activation.inputs().stream().map(RunJson::listName).toList()))
        .with("outputs", outputs.build());
  }

  /**
   * What a list of items is called outside: what left one node and went into another has one name.
   * The store's own name is not told, since a short list lies within that.
   */
  static String listName(ItemListRef list) {
    return Sha256.hex(list.id()).substring(0, 2 * LIST_NAME);
  }

  private static JsonObject of(RunError error) {
    JsonObject json = JsonObject.of("message", error.message());
    json = JsonText.maybe(json, "node", error.node());
    json = error.property().isEmpty() ? json : json.with("property", error.property());
    return error.item().isPresent() ? json.with("item", error.item().getAsLong()) : json;
  }

  static JsonObject of(ItemPage page) {
    return JsonObject.of("from", page.from(), "total", page.total())
        .with("items", JsonArray.copyOf(page.items().stream().map(RunJson::of).toList()));
  }

  private static JsonObject of(Item item) {
    JsonObject json = JsonObject.of("json", item.json());
    if (!item.binary().isEmpty()) {
      JsonObject.Builder files = JsonObject.builder();
      item.binary()
          .forEach((name, file) ->
              files.put(
                  name,
                  JsonObject.of("fileName", file.fileName(), "mimeType", file.mimeType())
                      .with("size", file.size())));
      json = json.with("binary", files.build());
    }
    if (!item.paired().isEmpty()) {
      json =
          json.with(
              "paired",
              JsonArray.copyOf(
                  item.paired().stream()
                      .map(each -> JsonObject.of("item", each.item(), "input", each.input()))
                      .toList()));
    }
    return json;
  }

  /** The name of an event in a stream. */
  static String name(RunEvent event) {
    return switch (event) {
      case RunEvent.RunStarted e -> "run-started";
      case RunEvent.RunResumed e -> "run-resumed";
      case RunEvent.NodeStarted e -> "node-started";
      case RunEvent.NodeProgress e -> "node-progress";
      case RunEvent.NodeDone e -> "node-done";
      case RunEvent.NodeFailed e -> "node-failed";
      case RunEvent.NodeWaiting e -> "node-waiting";
      case RunEvent.NodeTold e -> "node-told";
      case RunEvent.StatusChanged e -> "status";
    };
  }

  static JsonObject of(RunEvent event) {
    JsonObject json = JsonObject.of("run", event.run().number(), "at", event.at());
    return switch (event) {
      case RunEvent.RunStarted e -> json;
      case RunEvent.RunResumed e -> json;
      case RunEvent.NodeStarted e ->
          node(json, e.node(), e.runIndex()).with("attempt", e.attempt());
      case RunEvent.NodeProgress e -> counts(node(json, e.node(), e.runIndex()), e.counts());
      case RunEvent.NodeDone e -> counts(node(json, e.node(), e.runIndex()), e.counts());
      case RunEvent.NodeFailed e ->
          node(json, e.node(), e.runIndex())
              .with("attempt", e.attempt())
              .with("error", of(e.error()));
      case RunEvent.NodeWaiting e ->
          JsonText.maybe(node(json, e.node(), e.runIndex()), "until", e.until());
      case RunEvent.NodeTold e -> node(json, e.node(), e.runIndex()).with("told", e.told());
      case RunEvent.StatusChanged e -> json.with("status", JsonText.word(e.status()));
    };
  }

  private static JsonObject node(JsonObject json, String node, int runIndex) {
    return json.with("node", node).with("runIndex", runIndex);
  }

  private static JsonObject counts(JsonObject json, Map<String, Long> counts) {
    return json.with("outputs", JsonObject.copyOf(counts));
  }
}
