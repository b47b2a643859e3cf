package io.concertmaster.engine.local;

import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonException;
import io.concertmaster.node.data.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the file {@code retention.json} of a home says: an object with any of {@code "olderThan":
 * "30d"}, {@code "keep": 1000}, {@code "maxSize": "2GB"}. Without it everything is kept.
 */
public final class RetentionSettings {
  private RetentionSettings() {}

  /** The retention of a home; everything is kept where the file cannot be understood. */
  public static Retention of(Path home) {
    try {
      return read(home);
    } catch (IllegalArgumentException e) {
      System.getLogger(RetentionSettings.class.getName())
          .log(System.Logger.Level.WARNING, "all runs are kept: " + e.getMessage());
      return Retention.ALL;
    }
  }

  /**
   * The retention of a home.
   *
   * @throws IllegalArgumentException when the file cannot be understood; names the file
   */
  static Retention read(Path home) {
    Path file = home.resolve("retention.json");
    if (!Files.isRegularFile(file)) {
      return Retention.ALL;
    }
    try {
      return of(Json.parseObject(Files.readString(file)));
    } catch (IOException | JsonException | IllegalArgumentException e) {
      throw new IllegalArgumentException(file + " cannot be understood: " + e.getMessage(), e);
    }
  }

  private static Retention of(JsonObject json) {
    for (String key : json.keySet()) {
      if (!key.equals("olderThan") && !key.equals("keep") && !key.equals("maxSize")) {
        throw new IllegalArgumentException("“" + key + "” is none of olderThan, keep, maxSize");
      }
    }
    return new Retention(
        text(json, "olderThan").map(Retention::age),
        json.get("keep") instanceof Long keep ? OptionalLong.of(keep) : none(json, "keep"),
        text(json, "maxSize")
            .map(size -> OptionalLong.of(Retention.size(size)))
            .orElse(OptionalLong.empty()));
  }

  private static Optional<String> text(JsonObject json, String key) {
    if (json.get(key) instanceof String text) {
      return Optional.of(text);
    }
    none(json, key);
    return Optional.empty();
  }

  private static OptionalLong none(JsonObject json, String key) {
    if (json.get(key) != null) {
      throw new IllegalArgumentException("“" + key + "” has a value of another kind");
    }
    return OptionalLong.empty();
  }
}
