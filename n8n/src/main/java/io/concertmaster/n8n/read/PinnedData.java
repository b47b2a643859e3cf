package io.concertmaster.n8n.read;

import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The pinned items of an n8n file, by node name: lists of {@code {json}} or, in older files, of
 * bare records. Files and lineage in them are kept for writing back, and are not in force here.
 */
public final class PinnedData {
  /** Nothing is pinned. */
  static final PinnedData NONE = new PinnedData(null);

  private final @Nullable Object given;
  private final JsonObject byName;

  PinnedData(@Nullable Object pinData) {
    given = pinData;
    byName = pinData instanceof JsonObject object ? object : JsonObject.empty();
  }

  /** The items pinned on a node; empty where nothing is pinned. */
  Optional<List<Item>> of(String node, Findings findings) {
    if (!byName.containsKey(node) || byName.get(node) == null) {
      return Optional.empty();
    }
    JsonArray list = list(byName.get(node));
    if (list.stream().anyMatch(PinnedData::hasFiles)) {
      findings.leftOut("pinData", "files in pinned data do not come over: pin the data again");
    }
    List<Item> items = items(list);
    if (items.size() < list.size()) {
      findings.leftOut(
          "pinData", (list.size() - items.size()) + " of the pinned items are no records");
    }
    return Optional.of(items);
  }

  /** The items of a list as n8n pins it. */
  public static List<Item> items(JsonArray list) {
    List<Item> items = new ArrayList<>();
    for (Object each : list) {
      if (each instanceof JsonObject item) {
        items.add(Item.of(item.get("json") instanceof JsonObject json ? json : item));
      }
    }
    return items;
  }

  /** What is pinned on a node, where that is more than records, so that it cannot be made anew. */
  Optional<JsonArray> beyondRecords(String node) {
    if (byName.get(node) == null) {
      return Optional.empty();
    }
    JsonArray list = list(byName.get(node));
    boolean bare =
        list.stream()
            .allMatch(each ->
                each instanceof JsonObject item
                    && item.size() == 1
                    && item.get("json") instanceof JsonObject);
    return bare ? Optional.empty() : Optional.of(list);
  }

  /** What is left without the data of some nodes; empty where the file has no pinned data. */
  Optional<JsonObject> without(Set<String> nodes) {
    if (!(given instanceof JsonObject)) {
      return Optional.empty();
    }
    JsonObject.Builder rest = JsonObject.builder();
    byName.forEach((name, data) -> {
      if (!nodes.contains(name)) {
        rest.put(name, data);
      }
    });
    return Optional.of(rest.build());
  }

  /** A single item stands for a list of one. */
  private static JsonArray list(@Nullable Object pinned) {
    return pinned instanceof JsonArray list ? list : JsonArray.of(pinned);
  }

  private static boolean hasFiles(@Nullable Object item) {
    return item instanceof JsonObject object
        && object.get("binary") instanceof JsonObject files
        && !files.isEmpty();
  }
}
