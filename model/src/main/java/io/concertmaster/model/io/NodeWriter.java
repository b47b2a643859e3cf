package io.concertmaster.model.io;

import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.OnError;
import io.concertmaster.model.OnUncertain;
import io.concertmaster.model.Retry;
import io.concertmaster.node.data.BinaryData;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.time.Duration;
import java.util.TreeMap;

/** Turns a node's definition into its block: keys in one order, defaults left out. */
final class NodeWriter {
  /**
   * Under this key a definition's unknown keys hold those of its {@code retry} object. No block can
   * have an unknown key of this name, since it is a known one.
   */
  static final String RETRY = "retry";

  private NodeWriter() {}

  static JsonObject write(NodeDefinition node) {
    JsonObject.Builder block = JsonObject.builder();
    block.put("type", node.type());
    block.put("version", node.version());
    block.put("name", node.name());
    if (!node.parameters().isEmpty()) {
      block.put("parameters", node.parameters());
    }
    if (!node.credentials().isEmpty()) {
      block.put("credentials", JsonObject.copyOf(node.credentials()));
    }
    if (node.onError() != OnError.STOP) {
      block.put("onError", node.onError().id());
    }
    if (node.onUncertain() != OnUncertain.ASK) {
      block.put("onUncertain", node.onUncertain().id());
    }
    node.retry().ifPresent(retry -> block.put(RETRY, retry(retry, node.unknown().get(RETRY))));
    node.timeout().ifPresent(timeout -> block.put("timeout", timeout.toString()));
    flag(block, "executeOnce", node.executeOnce());
    flag(block, "alwaysOutput", node.alwaysOutput());
    flag(block, "disabled", node.disabled());
    if (!node.note().isEmpty()) {
      block.put("note", node.note());
    }
    node.pinned()
        .ifPresent(items ->
            block.put("pinned", JsonArray.of(items.stream().map(NodeWriter::item).toArray())));
    JsonObject known = block.build();
    return known.withAll(node.unknown().without(RETRY)).withAll(known);
  }

  private static void flag(JsonObject.Builder block, String name, boolean on) {
    if (on) {
      block.put(name, true);
    }
  }

  private static JsonObject retry(Retry retry, @org.jspecify.annotations.Nullable Object unknown) {
    JsonObject.Builder object = JsonObject.builder();
    object.put("tries", retry.tries());
    if (!retry.pause().equals(Duration.ZERO)) {
      object.put("wait", retry.pause().toString());
    }
    if (retry.backoff() != 1) {
      object.put("backoff", retry.backoff());
    }
    JsonObject known = object.build();
    return unknown instanceof JsonObject rest ? known.withAll(rest).withAll(known) : known;
  }

  private static JsonObject item(Item item) {
    JsonObject.Builder object = JsonObject.builder();
    object.put("json", item.json());
    if (!item.binary().isEmpty()) {
      JsonObject.Builder files = JsonObject.builder();
      new TreeMap<>(item.binary()).forEach((name, file) -> files.put(name, file(file)));
      object.put("binary", files.build());
    }
    if (!item.paired().isEmpty()) {
      object.put(
          "paired",
          JsonArray.of(
              item.paired().stream()
                  .map(each -> JsonArray.of(each.item(), each.input()))
                  .toArray()));
    }
    return object.build();
  }

  private static JsonObject file(BinaryData file) {
    return JsonObject.builder()
        .put("id", file.id())
        .put("fileName", file.fileName())
        .put("mimeType", file.mimeType())
        .put("size", file.size())
        .build();
  }
}
