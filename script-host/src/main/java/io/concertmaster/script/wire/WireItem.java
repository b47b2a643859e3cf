package io.concertmaster.script.wire;

import io.concertmaster.node.data.BinaryData;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.data.Paired;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Items as records: {@code {json, binary?, paired?}}. */
public final class WireItem {
  private WireItem() {}

  /** The record of an item. */
  public static JsonObject of(Item item) {
    JsonObject record = JsonObject.of("json", item.json());
    if (!item.binary().isEmpty()) {
      JsonObject.Builder files = JsonObject.builder();
      new TreeMap<>(item.binary()).forEach((name, file) -> files.put(name, file(file)));
      record = record.with("binary", files.build());
    }
    if (!item.paired().isEmpty()) {
      Object[] pairs = new Object[item.paired().size()];
      for (int i = 0; i < pairs.length; i++) {
        Paired paired = item.paired().get(i);
        pairs[i] = JsonObject.of("item", paired.item(), "input", (long) paired.input());
      }
      record = record.with("paired", JsonArray.ofValues(pairs));
    }
    return record;
  }

  private static JsonObject file(BinaryData file) {
    return JsonObject.of("id", file.id(), "fileName", file.fileName())
        .with("mimeType", file.mimeType())
        .with("bytes", file.size());
  }

  /** The item of a record; what is not of its kind in it is left out. */
  public static Item item(@Nullable Object value) {
    JsonObject record = value instanceof JsonObject object ? object : JsonObject.empty();
    JsonObject json = record.get("json") instanceof JsonObject o ? o : JsonObject.empty();
    Map<String, BinaryData> files = new HashMap<>();
    if (record.get("binary") instanceof JsonObject binary) {
      binary.forEach((name, file) -> {
        if (file instanceof JsonObject object) {
          files.put(name, file(object));
        }
      });
    }
    List<Paired> pairs = new ArrayList<>();
    if (record.get("paired") instanceof JsonArray array) {
      for (Object pair : array) {
        if (pair instanceof JsonObject object
            && object.get("item") instanceof Long item
            && object.get("input") instanceof Long input) {
          pairs.add(new Paired(item, input.intValue()));
        }
      }
    }
    return new Item(json, files, pairs);
  }

  private static BinaryData file(JsonObject file) {
    return new BinaryData(
        text(file, "id"),
        text(file, "fileName"),
        text(file, "mimeType"),
        file.get("bytes") instanceof Long size ? Math.max(0, size) : 0);
  }

  private static String text(JsonObject file, String name) {
    return file.get(name) instanceof String text ? text : "";
  }
}
