package io.concertmaster.model.expression.library;

import io.concertmaster.model.expression.runtime.Arguments;
import io.concertmaster.model.expression.runtime.Conversions;
import io.concertmaster.model.expression.runtime.JsFunction;
import io.concertmaster.model.expression.runtime.NumberReading;
import io.concertmaster.model.expression.runtime.Numbers;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code Number}'s members, {@code parseInt} and {@code parseFloat}. */
final class NumberFunctions {
  static final JsFunction PARSE_INT =
      (frame, a) -> {
        String text = Arguments.text(frame, a, 0);
        frame.chargeScan(text.length());
        int radix = Numbers.int32(Conversions.number(frame, Arguments.at(a, 1)));
        return Numbers.of(NumberReading.parseInt(text, radix));
      };

  static final JsFunction PARSE_FLOAT =
      (frame, a) -> {
        String text = Arguments.text(frame, a, 0);
        frame.chargeScan(text.length());
        return Numbers.of(NumberReading.parseFloat(text));
      };

  private NumberFunctions() {}

  static Map<String, Object> members() {
    Map<String, Object> members = new HashMap<>();
    members.put("MAX_SAFE_INTEGER", Numbers.EXACT - 1);
    members.put("MIN_SAFE_INTEGER", 1 - Numbers.EXACT);
    members.put("MAX_VALUE", Double.MAX_VALUE);
    members.put("MIN_VALUE", Double.MIN_VALUE);
    members.put("EPSILON", Math.ulp(1.0));
    members.put("POSITIVE_INFINITY", Double.POSITIVE_INFINITY);
    members.put("NEGATIVE_INFINITY", Double.NEGATIVE_INFINITY);
    members.put("NaN", Double.NaN);
    members.put("parseInt", PARSE_INT);
    members.put("parseFloat", PARSE_FLOAT);
    members.put("isInteger", (JsFunction) (frame, a) -> isWhole(Arguments.at(a, 0)));
    members.put(
        "isSafeInteger",
        (JsFunction)
            (frame, a) ->
                isWhole(Arguments.at(a, 0))
                    && Math.abs(Conversions.number(frame, Arguments.at(a, 0))) < Numbers.EXACT);
    members.put(
        "isFinite",
        (JsFunction)
            (frame, a) ->
                Arguments.at(a, 0) instanceof Number n && Double.isFinite(n.doubleValue()));
    members.put(
        "isNaN",
        (JsFunction)
            (frame, a) -> Arguments.at(a, 0) instanceof Number n && Double.isNaN(n.doubleValue()));
    return members;
  }

  /** Whether a value is a number without a fraction. */
  static boolean isWhole(@Nullable Object value) {
    if (!(value instanceof Number number)) {
      return false;
    }
    double d = number.doubleValue();
    return Double.isFinite(d) && d == Math.rint(d);
  }
}
