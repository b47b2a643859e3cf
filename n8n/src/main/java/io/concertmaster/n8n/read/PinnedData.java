package io.concertmaster.n8n.read;

import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The pinned items of an n8n file, by node name: {@code {json}} or, in older files, bare records.
 */
final class PinnedData {
  private final JsonObject byName;

  PinnedData(@Nullable Object pinData) {
    byName = pinData instanceof JsonObject object ? object : JsonObject.empty();
  }

  /** The items pinned on a node; empty where nothing is pinned. */
  Optional<List<Item>> of(String node) {
    if (!(byName.get(node) instanceof JsonArray list)) {
      return Optional.empty();
    }
    List<Item> items = new ArrayList<>();
    for (Object each : list) {
      if (each instanceof JsonObject item) {
        items.add(Item.of(item.get("json") instanceof JsonObject json ? json : item));
      }
    }
    return Optional.of(items);
  }
}
