package io.concertmaster.hosted.hook;

import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the caller gets.
 *
 * @param headers by name, {@code Content-Type} among them where there is a body
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares these, and nobody changes the bytes
public record HookAnswer(int status, Map<String, String> headers, byte[] body) {
  private static final String JSON = "application/json; charset=utf-8";

  public HookAnswer {
    headers = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  /** JSON. */
  static HookAnswer json(int status, @Nullable Object value) {
    return new HookAnswer(
        status, Map.of("Content-Type", JSON), Json.write(value).getBytes(StandardCharsets.UTF_8));
  }

  /** Text. */
  static HookAnswer text(int status, String text) {
    return new HookAnswer(
        status,
        Map.of("Content-Type", "text/plain; charset=utf-8"),
        text.getBytes(StandardCharsets.UTF_8));
  }

  /** Nothing but a status. */
  static HookAnswer empty(int status) {
    return new HookAnswer(status, Map.of(), new byte[0]);
  }

  /** What cannot be done, as RFC 9457 has it. */
  static HookAnswer problem(int status, String title, String detail) {
    return new HookAnswer(
        status,
        Map.of("Content-Type", "application/problem+json"),
        Json.write(JsonObject.of("title", title, "status", (long) status).with("detail", detail))
            .getBytes(StandardCharsets.UTF_8));
  }

  /** The same with another header. */
  HookAnswer with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.keySet().removeIf(each -> each.equalsIgnoreCase(name));
    more.put(name, value);
    return new HookAnswer(status, more, body);
  }

  /** The same with another status. */
  HookAnswer withStatus(int other) {
    return new HookAnswer(other, headers, body);
  }
}
