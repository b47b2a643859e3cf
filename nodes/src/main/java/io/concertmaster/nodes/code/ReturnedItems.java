package io.concertmaster.nodes.code;

import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.Scripts.Returned;
import io.concertmaster.node.data.BinaryData;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.data.Paired;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a script returned, as items. Lists of items are taken as they are, plain objects become the
 * records of items; everything else is refused with the place and the reason.
 */
final class ReturnedItems {
  /** The fields that make an object an item. */
  private static final Set<String> ITEM = Set.of("json", "binary", "pairedItem", "error");

  /** Fields of items that are understood, and left out. */
  private static final Set<String> ALLOWED =
      Set.of("json", "binary", "pairedItem", "error", "index", "executionStatus", "metadata");

  private final NodeContext context;

  ReturnedItems(NodeContext context) {
    this.context = context;
  }

  /** What people call a type of value. */
  static String called(String type) {
    return switch (type) {
      case "undefined" -> "nothing";
      case "null" -> "null";
      case "text" -> "a text";
      case "number" -> "a number";
      case "boolean" -> "true or false";
      case "function" -> "a function";
      case "list" -> "a list";
      default -> "an object";
    };
  }

  /**
   * The item for a value of a list.
   *
   * @param items whether the list has values that look like items
   */
  Item ofElement(@Nullable Object value, boolean items, long position)
      throws NodeException, InterruptedException {
    if (!(value instanceof JsonObject object)) {
      throw new NodeException(
          "the script's list cannot become items: element "
              + position
              + " of the list is "
              + (value == null ? "null" : value instanceof JsonArray ? "a list" : "no object")
              + ": return a list of objects, one for each item");
    }
    return items ? item(object, position) : Item.of(object);
  }

  /** The item of a script that returned one object for all. */
  Item ofObject(@Nullable Object value) throws NodeException, InterruptedException {
    return ofElement(value, value instanceof JsonObject object && isItem(object), 0);
  }

  /** The item that a script returned for one item. */
  Item ofOne(Returned returned, long position) throws NodeException, InterruptedException {
    if (returned.value() instanceof JsonArray list) {
      throw new NodeException(
          "the script must return one object for each item, and returned "
              + (list.isEmpty() ? "an empty list" : "a list")
              + ": return one object, or choose “Once for all items” [item "
              + position
              + "]");
    }
    if (!(returned.value() instanceof JsonObject object)) {
      throw new NodeException(
          "the script must return an object, and returned "
              + called(returned.type())
              + ": return the object of the new item [item "
              + position
              + "]");
    }
    return isItem(object) ? item(object, position) : Item.of(object);
  }

  /** The item of a script that returned only the record. */
  Item ofFunctionItem(Returned returned) throws NodeException, InterruptedException {
    if (!(returned.value() instanceof JsonObject object)) {
      throw new NodeException(
          "the script returned "
              + called(returned.type())
              + ": return the item's record, an object");
    }
    Object left = returned.item() == null ? null : returned.item().get("binary");
    return new Item(
        object, left instanceof JsonObject binary ? files(binary) : Map.of(), List.of());
  }

  private static boolean isItem(JsonObject object) {
    for (int slot = 0; slot < object.size(); slot++) {
      if (ITEM.contains(object.shape().name(slot))) {
        return true;
      }
    }
    return false;
  }

  private Item item(JsonObject object, long position) throws NodeException, InterruptedException {
    for (int slot = 0; slot < object.size(); slot++) {
      String name = object.shape().name(slot);
      if (!ALLOWED.contains(name)) {
        throw new NodeException(
            "an item has no part called “"
                + name
                + "” [item "
                + position
                + "]: put the item's own fields into json");
      }
    }
    if (!(object.get("json") instanceof JsonObject json)) {
      throw new NodeException("A 'json' property isn't an object [item " + position + "]");
    }
    Map<String, BinaryData> files = Map.of();
    if (object.get("binary") != null) {
      if (!(object.get("binary") instanceof JsonObject binary)) {
        throw new NodeException("A 'binary' property isn't an object [item " + position + "]");
      }
      files = files(binary);
    }
    return new Item(json, files, paired(object.get("pairedItem")));
  }

  /** A file that was there before, by its id; or a new one, whose bytes are base64. */
  private Map<String, BinaryData> files(JsonObject binary)
      throws NodeException, InterruptedException {
    Map<String, BinaryData> files = new LinkedHashMap<>();
    for (Map.Entry<String, @Nullable Object> each : binary.entrySet()) {
      if (!(each.getValue() instanceof JsonObject file)) {
        throw new NodeException("the file “" + each.getKey() + "” of an item is no object");
      }
      String name = text(file, "fileName", "");
      String type = text(file, "mimeType", "application/octet-stream");
      if (file.get("id") instanceof String id && !id.isEmpty()) {
        long size = file.get("bytes") instanceof Number bytes ? bytes.longValue() : 0;
        files.put(each.getKey(), new BinaryData(id, name, type, Math.max(0, size)));
      } else {
        files.put(each.getKey(), context.binaries().store(name, type, bytes(each.getKey(), file)));
      }
    }
    return files;
  }

  private static ByteArrayInputStream bytes(String name, JsonObject file) throws NodeException {
    try {
      return new ByteArrayInputStream(Base64.getMimeDecoder().decode(text(file, "data", "")));
    } catch (IllegalArgumentException e) {
      throw new NodeException("the file “" + name + "” of an item has data that is no base64", e);
    }
  }

  private static String text(JsonObject file, String name, String otherwise) {
    return file.get(name) instanceof String text ? text : otherwise;
  }

  private static List<Paired> paired(@Nullable Object value) {
    List<Paired> pairs = new ArrayList<>();
    switch (value) {
      case Number position when position.longValue() >= 0 ->
          pairs.add(new Paired(position.longValue(), 0));
      case JsonObject object
          when object.get("item") instanceof Number item && item.longValue() >= 0 ->
          pairs.add(
              new Paired(
                  item.longValue(),
                  object.get("input") instanceof Number input && input.intValue() >= 0
                      ? input.intValue()
                      : 0));
      case JsonArray list -> list.forEach(each -> pairs.addAll(paired(each)));
      case null, default -> {
        // no lineage
      }
    }
    return pairs;
  }
}
