package io.concertmaster.cli;

import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonException;
import io.concertmaster.node.data.JsonLimits;
import io.concertmaster.node.data.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the file of {@code --input}: one object or a list of them, bare or as {@code {"json":
 * {…}}}.
 */
final class InputItems {
  private InputItems() {}

  static List<Item> read(Path file) {
    Designers.existing(file);
    Object value;
    try {
      value = Json.parse(Files.newInputStream(file), JsonLimits.DATA);
    } catch (JsonException | IOException e) {
      throw new CommandException(ExitCode.USAGE, "--input " + file + ": " + e.getMessage(), e);
    }
    JsonArray list = value instanceof JsonArray array ? array : JsonArray.of(value);
    List<Item> items = new ArrayList<>(list.size());
    for (int i = 0; i < list.size(); i++) {
      items.add(item(file, i, list.get(i)));
    }
    return items;
  }

  private static Item item(Path file, int position, @Nullable Object value) {
    if (!(value instanceof JsonObject object)) {
      throw new CommandException(
          ExitCode.USAGE,
          "--input "
              + file
              + ": item "
              + position
              + " is no object: items are objects such as {\"id\": 1}");
    }
    return object.get("json") instanceof JsonObject json && object.size() == 1
        ? Item.of(json)
        : Item.of(object);
  }
}
