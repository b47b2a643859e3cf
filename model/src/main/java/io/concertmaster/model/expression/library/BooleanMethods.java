package io.concertmaster.model.expression.library;

import java.util.Map;
import java.util.Set;

/** Methods of true and false. */
final class BooleanMethods {
  private BooleanMethods() {}

  static Map<String, Method<Boolean>> table() {
    Method<Boolean> number = (frame, self, a) -> self ? 1L : 0L;
    return Map.of(
        "toString", (frame, self, a) -> self.toString(),
        "valueOf", (frame, self, a) -> self,
        "toInt", number,
        "toFloat", number,
        "toNumber", number,
        "toBoolean", (frame, self, a) -> self,
        "isEmpty", (frame, self, a) -> false,
        "isNotEmpty", (frame, self, a) -> true);
  }

  /** Which of them are n8n's. */
  static Set<String> extensions() {
    return Set.of("toInt", "toFloat", "toNumber", "toBoolean", "isEmpty", "isNotEmpty");
  }
}
