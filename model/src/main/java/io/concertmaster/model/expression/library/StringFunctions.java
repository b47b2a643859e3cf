package io.concertmaster.model.expression.library;

import io.concertmaster.model.expression.ExpressionException.Kind;
import io.concertmaster.model.expression.runtime.Conversions;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.model.expression.runtime.JsFunction;
import io.concertmaster.model.expression.runtime.Operators;
import java.util.Map;

/** {@code String}'s members. */
final class StringFunctions {
  private StringFunctions() {}

  static Map<String, Object> members() {
    JsFunction fromCharCode =
        (frame, a) -> {
          StringBuilder text = new StringBuilder();
          for (Object value : a) {
            text.append((char) Operators.int32(frame, value));
          }
          frame.chargeText(text.length());
          return text.toString();
        };
    JsFunction fromCodePoint =
        (frame, a) -> {
          StringBuilder text = new StringBuilder();
          for (Object value : a) {
            double code = Conversions.number(frame, value);
            if (!(code >= 0 && code <= Character.MAX_CODE_POINT && code == Math.rint(code))) {
              throw Failure.raised(
                  Kind.RANGE, "String.fromCodePoint: " + value + " is no character's number");
            }
            text.appendCodePoint((int) code);
          }
          frame.chargeText(text.length());
          return text.toString();
        };
    return Map.of("fromCharCode", fromCharCode, "fromCodePoint", fromCodePoint);
  }
}
