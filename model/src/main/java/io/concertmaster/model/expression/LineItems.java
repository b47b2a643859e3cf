package io.concertmaster.model.expression;

import io.concertmaster.node.data.BinaryData;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Items as a line of {@link EvalLine} writes them. */
final class LineItems {
  private LineItems() {}

  /** A record; an empty one where there is something else, or a mark for undefined. */
  static JsonObject object(@Nullable Object value) {
    return value instanceof JsonObject object && !isUndefined(object) ? object : JsonObject.empty();
  }

  private static boolean isUndefined(JsonObject object) {
    return "undefined".equals(object.get("$type"));
  }

  /** A record or an item, or a list of either. */
  static List<Item> items(@Nullable Object given) {
    List<Item> items = new ArrayList<>();
    switch (given) {
      case JsonArray array -> array.forEach(one -> items.add(item(one)));
      case JsonObject one when !isUndefined(one) -> items.add(item(one));
      case null, default -> {
        // no items
      }
    }
    return items;
  }

  private static Item item(@Nullable Object given) {
    JsonObject object = object(given);
    if (!(object.get("json") instanceof JsonObject json)) {
      return Item.of(object);
    }
    Map<String, BinaryData> files = new LinkedHashMap<>();
    object(object.get("binary")).forEach((name, file) -> files.put(name, file(object(file))));
    return new Item(json, files, List.of());
  }

  private static BinaryData file(JsonObject file) {
    return new BinaryData(
        file.get("id") instanceof String id ? id : "",
        file.get("fileName") instanceof String name ? name : "",
        file.get("mimeType") instanceof String type ? type : "application/octet-stream",
        file.get("bytes") instanceof Number size ? size.longValue() : 0);
  }
}
