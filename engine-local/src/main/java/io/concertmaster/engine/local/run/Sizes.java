package io.concertmaster.engine.local.run;

import io.concertmaster.node.NodeException;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;

/** Holds small values to their size. */
final class Sizes {
  private Sizes() {}

  /**
   * The values, when their JSON text is no longer than a limit.
   *
   * @param what is kept, for the message
   */
  static JsonObject checked(JsonObject values, int limit, String what) throws NodeException {
    int length = Json.write(values).length();
    if (length > limit) {
      throw new NodeException(
          "what " + what + " is " + length + " characters long; up to " + limit + " are kept");
    }
    return values;
  }
}
