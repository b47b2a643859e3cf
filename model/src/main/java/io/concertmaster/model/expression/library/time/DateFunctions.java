package io.concertmaster.model.expression.library.time;

import io.concertmaster.model.expression.library.Namespace;
import io.concertmaster.model.expression.runtime.Arguments;
import io.concertmaster.model.expression.runtime.Conversions;
import io.concertmaster.model.expression.runtime.Conversions.Hint;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.JsFunction;
import io.concertmaster.model.expression.runtime.Numbers;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JavaScript's {@code Date} itself (ECMA-262 §21.4.2, §21.4.3). */
public final class DateFunctions {
  private DateFunctions() {}

  /** The global {@code Date}. */
  public static Namespace namespace() {
    return new Namespace.Callable(
        "Date",
        Map.of(
            "now", (JsFunction) (f, a) -> f.scope().now().toEpochMilli(),
            "parse", (JsFunction) (f, a) -> Numbers.of(parse(f, Arguments.text(f, a, 0))),
            "UTC", (JsFunction) (f, a) -> Numbers.of(ofParts(f, a, ZoneOffset.UTC))),
        (f, a) -> now(f).text(f.scope().machineZone()),
        DateFunctions::construct,
        value -> value instanceof DateValue);
  }

  private static DateValue now(Frame frame) {
    return DateValue.of(frame, frame.scope().now());
  }

  /** Milliseconds of a text, NaN where it is no date. */
  static double parse(Frame frame, String text) {
    frame.charge(10 + text.length());
    return DateText.parse(text, frame.scope().machineZone());
  }

  private static Object construct(Frame frame, @Nullable Object[] a) {
    if (a.length == 0) {
      return now(frame);
    }
    if (a.length > 1) {
      return DateValue.of(frame, ofParts(frame, a, frame.scope().machineZone()));
    }
    if (a[0] instanceof DateValue other) {
      return DateValue.of(frame, other.millis());
    }
    Object value = Conversions.primitive(frame, a[0], Hint.DEFAULT);
    return DateValue.of(
        frame,
        value instanceof String text ? parse(frame, text) : Conversions.number(frame, value));
  }

  private static double ofParts(Frame frame, @Nullable Object[] a, ZoneId zone) {
    double[] parts = {Double.NaN, 0, 1, 0, 0, 0, 0};
    for (int i = 0; i < Math.min(a.length, parts.length); i++) {
      parts[i] = Shifting.truncated(Conversions.number(frame, a[i]));
    }
    if (parts[0] >= 0 && parts[0] <= 99) {
      parts[0] += 1900;
    }
    return DateMethods.millis(parts, zone);
  }
}
