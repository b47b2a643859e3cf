package io.concertmaster.n8n.write;

import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.Workflow;
import io.concertmaster.n8n.Provenance;
import io.concertmaster.n8n.read.PinnedData;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes the data that is pinned on nodes. */
final class PinnedWriting {
  private PinnedWriting() {}

  /**
   * The pinned data by the names of nodes; empty where the file had none and nothing is pinned.
   *
   * @param kept what the file had for names that no node has
   */
  static Optional<JsonObject> write(Workflow workflow, @Nullable Object kept) {
    JsonObject data = kept instanceof JsonObject rest ? rest : JsonObject.empty();
    for (NodeDefinition node : workflow.nodes().values()) {
      if (node.pinned().isPresent()) {
        data = data.with(node.name(), list(node, node.pinned().get()));
      }
    }
    return data.isEmpty() && kept == null ? Optional.empty() : Optional.of(data);
  }

  private static JsonArray list(NodeDefinition node, List<Item> items) {
    Optional<JsonArray> was = Provenance.pinned(node.unknown());
    return was.isPresent() && PinnedData.items(was.get()).equals(items)
        ? was.get()
        : JsonArray.copyOf(items.stream().map(item -> JsonObject.of("json", item.json())).toList());
  }
}
