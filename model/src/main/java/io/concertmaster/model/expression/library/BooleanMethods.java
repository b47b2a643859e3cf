package io.concertmaster.model.expression.library;

import io.concertmaster.model.expression.Undefined;
import io.concertmaster.model.expression.runtime.Method;
import java.util.Map;

/** Methods of true and false: JavaScript's own, and n8n's. */
final class BooleanMethods {
  private BooleanMethods() {}

  /** JavaScript's. */
  static Map<String, Method<Boolean>> table() {
    return Map.of(
        "toString", (frame, self, a) -> self.toString(),
        "valueOf", (frame, self, a) -> self,
        "hasOwnProperty", (frame, self, a) -> false);
  }

  /** n8n's. */
  static Map<String, Method<Boolean>> extensions() {
    Method<Boolean> number = (frame, self, a) -> self ? 1L : 0L;
    return Map.of(
        "toInt",
        number,
        "toFloat",
        number,
        "toNumber",
        number,
        "toBoolean",
        (frame, self, a) -> self,
        "toDateTime",
        (frame, self, a) -> Undefined.VALUE,
        "isEmpty",
        (frame, self, a) -> false,
        "isNotEmpty",
        (frame, self, a) -> true);
  }
}
