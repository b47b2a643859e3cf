package io.concertmaster.hosted.desk;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * What a browser gets.
 *
 * @param headers by name, {@code Content-Type} among them where there is a body
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares these, and nobody changes the bytes
public record DeskAnswer(int status, Map<String, String> headers, byte[] body) {
  public DeskAnswer {
    headers = Map.copyOf(headers);
  }

  /** A page. */
  public static DeskAnswer html(int status, String page) {
    return new DeskAnswer(
        status,
        Map.of("Content-Type", "text/html; charset=utf-8"),
        page.getBytes(StandardCharsets.UTF_8));
  }

  /** The same with a further header. */
  public DeskAnswer with(String name, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(name, value);
    return new DeskAnswer(status, more, body);
  }

  static DeskAnswer json(String json) {
    return new DeskAnswer(
        200, Map.of("Content-Type", "application/json"), json.getBytes(StandardCharsets.UTF_8));
  }

  /** Go on there: the browser asks for it anew, so that going back sends nothing twice. */
  public static DeskAnswer goOn(String address) {
    return new DeskAnswer(303, Map.of("Location", address), new byte[0]);
  }

  static DeskAnswer asset(String type, byte[] body) {
    return new DeskAnswer(
        200, Map.of("Content-Type", type, "Cache-Control", "public, max-age=3600"), body);
  }
}
