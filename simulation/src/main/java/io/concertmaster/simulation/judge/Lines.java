package io.concertmaster.simulation.judge;

import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.simulation.disk.Storage;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What a line of the journal says, read without the engine's help. */
public final class Lines {
  /** So many texts are remembered: those of a world are asked for again and again. */
  private static final int REMEMBERED = 2_000;

  private static final Map<String, JsonObject> BODIES = new ConcurrentHashMap<>();

  private Lines() {}

  /** What a line holds besides its kind and node. */
  public static JsonObject body(Storage.Line line) {
    JsonObject known = BODIES.get(line.body());
    if (known != null) {
      return known;
    }
    if (BODIES.size() >= REMEMBERED) {
      BODIES.clear();
    }
    JsonObject read = Json.parseObject(line.body());
    BODIES.put(line.body(), read);
    return read;
  }

  /** A number in it; −1 where there is none. */
  public static int whole(JsonObject body, String name) {
    return body.get(name) instanceof Long number ? Math.toIntExact(number) : -1;
  }

  /** Whether a line speaks of an activation. */
  static boolean isOf(Storage.Line line, String node, int runIndex) {
    return line.node().equals(node) && whole(body(line), "run") == runIndex;
  }
}
