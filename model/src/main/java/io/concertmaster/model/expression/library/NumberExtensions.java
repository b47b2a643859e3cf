package io.concertmaster.model.expression.library;

import io.concertmaster.model.expression.ExpressionException.Kind;
import io.concertmaster.model.expression.runtime.Arguments;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.Method;
import io.concertmaster.model.expression.runtime.Numbers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** n8n's methods of numbers. */
final class NumberExtensions {
  private static final Map<String, Method<Number>> TABLE = fill();

  private NumberExtensions() {}

  static Map<String, Method<Number>> table() {
    return TABLE;
  }

  private static Map<String, Method<Number>> fill() {
    Map<String, Method<Number>> t = new HashMap<>();
    t.put("ceil", (f, n, a) -> Numbers.of(Math.ceil(n.doubleValue())));
    t.put("floor", (f, n, a) -> Numbers.of(Math.floor(n.doubleValue())));
    t.put("abs", (f, n, a) -> Numbers.of(Math.abs(n.doubleValue())));
    t.put("round", NumberExtensions::round);
    t.put("isEven", (f, n, a) -> whole(n, "isEven") % 2 == 0);
    t.put("isOdd", (f, n, a) -> Math.abs(whole(n, "isOdd")) % 2 == 1);
    t.put("isInteger", (f, n, a) -> NumberFunctions.isWhole(n));
    t.put("format", LocaleNumbers::format);
    t.put("toDateTime", (f, n, a) -> NumberDates.toDateTime(f, n.doubleValue(), a));
    t.put("toInt", (f, n, a) -> Numbers.of(truncated(n.doubleValue())));
    t.put("toFloat", (f, n, a) -> n);
    t.put("toNumber", (f, n, a) -> n);
    t.put("toBoolean", (f, n, a) -> n.doubleValue() != 0);
    t.put("isEmpty", (f, n, a) -> false);
    t.put("isNotEmpty", (f, n, a) -> true);
    return Map.copyOf(t);
  }

  private static double truncated(double number) {
    return number < 0 ? Math.ceil(number) : Math.floor(number);
  }

  private static double whole(Number number, String method) {
    if (!NumberFunctions.isWhole(number)) {
      throw Failure.raised(
          Kind.TYPE, method + "() is for whole numbers, not for " + Numbers.text(number));
    }
    return number.doubleValue();
  }

  /** As toFixed rounds: halves away from 0, told from the number's exact value. */
  private static Object round(Frame frame, Number self, @Nullable Object[] a) {
    double number = self.doubleValue();
    long digits = Arguments.integer(frame, a, 0, 0);
    if (digits < 0 || digits > 100) {
      throw Failure.raised(Kind.RANGE, "round() takes 0 to 100 digits, not " + digits);
    }
    if (!Double.isFinite(number) || Math.abs(number) >= 1e21) {
      return Numbers.of(number);
    }
    double rounded =
        new BigDecimal(Math.abs(number)).setScale((int) digits, RoundingMode.HALF_UP).doubleValue();
    return Numbers.of(number < 0 ? -rounded : rounded);
  }
}
