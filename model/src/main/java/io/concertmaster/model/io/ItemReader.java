package io.concertmaster.model.io;

import io.concertmaster.node.data.BinaryData;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.data.Paired;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads pinned items: {@code {json, binary?, paired?}} each. */
final class ItemReader {
  private ItemReader() {}

  static List<Item> read(JsonArray list, Place place) throws WorkflowFileException {
    List<Item> items = new ArrayList<>(list.size());
    for (int i = 0; i < list.size(); i++) {
      items.add(item(Fields.of(list.get(i), place.element(i))));
    }
    return items;
  }

  private static Item item(Fields fields) throws WorkflowFileException {
    if (!(fields.required("json", "{}") instanceof JsonObject json)) {
      throw Fields.must(fields.at("json"), "be an object in braces", fields.get("json"));
    }
    Map<String, BinaryData> files = new LinkedHashMap<>();
    JsonObject binary = fields.objectOrEmpty("binary");
    for (Map.Entry<String, @Nullable Object> entry : binary.entrySet()) {
      Place at = fields.at("binary").field(entry.getKey());
      files.put(entry.getKey(), file(Fields.of(entry.getValue(), at)));
    }
    List<Paired> ancestors = new ArrayList<>();
    JsonArray paired = fields.listOrEmpty("paired");
    for (int i = 0; i < paired.size(); i++) {
      ancestors.add(ancestor(paired.get(i), fields.at("paired").element(i)));
    }
    fields.noOthers();
    return new Item(json, files, ancestors);
  }

  private static BinaryData file(Fields fields) throws WorkflowFileException {
    BinaryData file =
        new BinaryData(
            fields.requiredText("id", "\"…\""),
            fields.textOr("fileName", ""),
            fields.textOr("mimeType", "application/octet-stream"),
            size(fields));
    fields.noOthers();
    return file;
  }

  private static long size(Fields fields) throws WorkflowFileException {
    if (fields.required("size", "0") instanceof Long size && size >= 0) {
      return size;
    }
    throw Fields.must(fields.at("size"), "be a number of bytes", fields.get("size"));
  }

  private static Paired ancestor(@Nullable Object value, Place place) throws WorkflowFileException {
    if (value instanceof JsonArray pair
        && pair.size() == 2
        && pair.get(0) instanceof Long item
        && pair.get(1) instanceof Long input
        && item >= 0
        && input >= 0
        && input <= Integer.MAX_VALUE) {
      return new Paired(item, input.intValue());
    }
    throw Fields.must(place, "be the positions of an item and its input, such as [0, 0]", value);
  }
}
