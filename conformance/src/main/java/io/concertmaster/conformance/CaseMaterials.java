package io.concertmaster.conformance;

import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of a case in a folder of their own, so that a run may write there. Recorded paths name
 * the folder {@code C:\Test\}. A file that is not beside the case is taken from the expected items,
 * where one carries it with its bytes.
 */
final class CaseMaterials {
  private static final String RECORDED = "C:\\Test\\";

  private CaseMaterials() {}

  /** Puts the files of a case into a folder and gives its workflow with that folder's paths. */
  static JsonObject prepare(WorkflowCase one, Path folder) throws IOException {
    JsonObject content = one.content();
    try (Stream<Path> files = Files.list(one.file().toAbsolutePath().getParent())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    for (Object items : values(content.get("pinData"))) {
      for (Object item : items instanceof JsonArray list ? list : JsonArray.empty()) {
        for (Object file : values(item instanceof JsonObject o ? o.get("binary") : null)) {
          write(file, folder);
        }
      }
    }
    Object placed = placed(content, folder.toString() + "/");
    return placed instanceof JsonObject object ? object : content;
  }

  private static List<@Nullable Object> values(@Nullable Object value) {
    return value instanceof JsonObject object ? List.copyOf(object.values()) : List.of();
  }

  private static void write(@Nullable Object value, Path folder) throws IOException {
    if (value instanceof JsonObject file
        && file.get("fileName") instanceof String name
        && file.get("data") instanceof String data
        && name.matches("[A-Za-z0-9._-]+")
        && !Files.exists(folder.resolve(name))) {
      Files.write(folder.resolve(name), Base64.getMimeDecoder().decode(data));
    }
  }

  private static @Nullable Object placed(@Nullable Object value, String folder) {
    return switch (value) {
      case String text -> text.replace(RECORDED, folder);
      case JsonArray list ->
          JsonArray.of(list.stream().map(each -> placed(each, folder)).toArray());
      case JsonObject object -> {
        JsonObject.Builder builder = JsonObject.builder();
        object.forEach((name, each) -> builder.put(name, placed(each, folder)));
        yield builder.build();
      }
      case null, default -> value;
    };
  }

  /** Reads a JSON object from a file; an empty one where it holds something else. */
  static JsonObject object(Path file) throws IOException {
    return Json.parse(Files.readString(file)) instanceof JsonObject object
        ? object
        : JsonObject.empty();
  }
}
