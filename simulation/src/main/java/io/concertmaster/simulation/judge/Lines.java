package io.concertmaster.simulation.judge;

import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.simulation.disk.Storage;

/** What a line of the journal says, read without the engine's help. */
public final class Lines {
  private Lines() {}

  /** What a line holds besides its kind and node. */
  public static JsonObject body(Storage.Line line) {
    return Json.parseObject(line.body());
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
