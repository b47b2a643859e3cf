package io.concertmaster.server.http;

import io.concertmaster.hosted.desk.DeskAnswer;
import io.concertmaster.hosted.file.HandedFile;
import io.concertmaster.node.data.JsonObject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a route answers. */
public sealed interface Answer {
  /**
   * JSON.
   *
   * @param headers further headers
   */
  record Json(int status, @Nullable Object value, Map<String, String> headers) implements Answer {
    public Json {
      headers = Map.copyOf(headers);
    }
  }

  /** Text of a media type. */
  record Text(String mediaType, String text) implements Answer {}

  /** A page for people, or the way to another one. */
  record Page(DeskAnswer answer) implements Answer {}

  /** A file, to be kept and not to be shown. */
  record Download(HandedFile file) implements Answer {}

  /** Nothing to say: 204. */
  record Nothing() implements Answer {}

  /** Events as they come (SSE). */
  record Events(EventStream.Source source) implements Answer {}

  /** All is well, and here it is. */
  static Answer ok(JsonObject value) {
    return new Json(200, value, Map.of());
  }

  /** Something new is at a path. */
  static Answer created(JsonObject value, String path) {
    return new Json(201, value, Map.of("Location", path));
  }

  /** What was made before is at a path. */
  static Answer known(JsonObject value, String path) {
    return new Json(200, value, Map.of("Location", path));
  }

  /** All is well, and there is nothing to say. */
  static Answer nothing() {
    return new Nothing();
  }
}
