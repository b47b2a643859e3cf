package io.concertmaster.model.expression.library;

import io.concertmaster.model.expression.runtime.Arguments;
import io.concertmaster.model.expression.runtime.Method;
import io.concertmaster.node.data.JsonObject;
import java.util.Map;

/** JavaScript's methods that every record has. */
final class ObjectMethods {
  private ObjectMethods() {}

  static Map<String, Method<JsonObject>> table() {
    return Map.of(
        "toString", (frame, self, a) -> "[object Object]",
        "valueOf", (frame, self, a) -> self,
        "hasOwnProperty", (frame, self, a) -> self.containsKey(Arguments.text(frame, a, 0)));
  }
}
