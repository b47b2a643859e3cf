package io.concertmaster.engine.local;

import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonException;
import io.concertmaster.node.data.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The variables that all workflows of a home share, {@code $vars} in expressions: the JSON object
 * in its file {@code variables.json}. It is read again when it changed; without the file, or where
 * it holds something else, there are none.
 */
public final class Variables implements Supplier<JsonObject> {
  private record Read(FileTime changed, JsonObject values) {}

  private final Path file;
  private volatile @Nullable Read newest;

  /** The variables of a home folder; nothing is read yet. */
  public Variables(Path home) {
    this.file = home.resolve("variables.json");
  }

  @Override
  public JsonObject get() {
    try {
      if (!Files.isRegularFile(file)) {
        return JsonObject.empty();
      }
      FileTime changed = Files.getLastModifiedTime(file);
      Read known = newest;
      if (known == null || !known.changed().equals(changed)) {
        known = new Read(changed, read());
        newest = known;
      }
      return known.values();
    } catch (IOException e) {
      return wrong(e);
    }
  }

  private JsonObject read() throws IOException {
    try {
      return Json.parseObject(Files.readString(file));
    } catch (JsonException e) {
      return wrong(e);
    }
  }

  private JsonObject wrong(Exception e) {
    System.getLogger(Variables.class.getName())
        .log(
            System.Logger.Level.WARNING,
            "there are no variables: " + file + " cannot be read as a JSON object",
            e);
    return JsonObject.empty();
  }
}
