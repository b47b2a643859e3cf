package io.concertmaster.deploy;

import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonException;
import io.concertmaster.node.data.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Something that a server tells as it happens (server-sent events).
 *
 * @param id with which a client goes on after it was cut off; empty for what is not kept
 * @param name what kind of thing
 */
public record ServerEvent(String id, String name, JsonObject data) {
  /**
   * Lines end what came before them, as <a
   * href="https://html.spec.whatwg.org/multipage/server-sent-events.html">WHATWG's HTML</a> says.
   */
  static void read(InputStream in, Consumer<ServerEvent> heard) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    String id = "";
    String name = "";
    StringBuilder data = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.isEmpty()) {
        if (!data.isEmpty()) {
          heard.accept(new ServerEvent(id, name, object(data.toString())));
        }
        id = "";
        name = "";
        data.setLength(0);
        continue;
      }
      int colon = line.indexOf(':');
      String field = colon < 0 ? line : line.substring(0, colon);
      String value = colon < 0 ? "" : line.substring(colon + 1).stripLeading();
      switch (field) {
        case "id" -> id = value;
        case "event" -> name = value;
        case "data" -> data.append(data.isEmpty() ? "" : "\n").append(value);
        default -> {} // a remark that keeps the connection alive, or what is not known here
      }
    }
  }

  private static JsonObject object(String text) throws IOException {
    try {
      return Json.parseObject(text);
    } catch (JsonException e) {
      throw new IOException("an event cannot be read: " + e.getMessage(), e);
    }
  }
}
