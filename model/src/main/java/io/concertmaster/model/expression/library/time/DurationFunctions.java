package io.concertmaster.model.expression.library.time;

import io.concertmaster.model.expression.library.Namespace;
import io.concertmaster.model.expression.runtime.Arguments;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.JsFunction;
import io.concertmaster.node.data.JsonObject;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What {@code Duration} itself can do: make durations. */
public final class DurationFunctions {
  private DurationFunctions() {}

  /** The global {@code Duration}. */
  public static Namespace namespace() {
    Map<String, Object> m = new HashMap<>();
    m.put("fromMillis", (JsFunction) DurationFunctions::ofMillis);
    m.put("fromObject", (JsFunction) DurationFunctions::ofObject);
    m.put(
        "fromDurationLike",
        (JsFunction) (frame, a) -> DurationValue.like(frame, Arguments.at(a, 0)));
    m.put("fromISO", (JsFunction) (frame, a) -> read(frame, a, DurationText::read));
    m.put("fromISOTime", (JsFunction) (frame, a) -> read(frame, a, DurationText::readTime));
    m.put("isDuration", (JsFunction) (frame, a) -> Arguments.at(a, 0) instanceof DurationValue);
    m.put("invalid", (JsFunction) (frame, a) -> DurationValue.invalid(Arguments.text(frame, a, 0)));
    return new Namespace.Callable(
        "Duration", m, null, null, value -> value instanceof DurationValue);
  }

  private interface Reader {
    @Nullable DurationValue read(String text);
  }

  private static DurationValue configured(DurationValue duration, Options options) {
    return new DurationValue(
        duration.values(),
        Locales.of(options, Locale.US),
        Objects.equals(options.text("conversionAccuracy"), "longterm"),
        duration.why());
  }

  private static Object ofMillis(Frame frame, @Nullable Object[] a) {
    double millis = DurationValue.finite(frame, Arguments.at(a, 0), "milliseconds");
    return configured(DurationValue.ofMillis(millis), Options.at(frame, a, 1));
  }

  private static Object ofObject(Frame frame, @Nullable Object[] a) {
    if (!(Arguments.at(a, 0) instanceof JsonObject units)) {
      throw Failure.type("Duration.fromObject needs an object");
    }
    return configured(DurationValue.ofUnits(frame, units), Options.at(frame, a, 1));
  }

  private static Object read(Frame frame, @Nullable Object[] a, Reader reader) {
    String text = Arguments.text(frame, a, 0);
    frame.chargeText(text.length() * 4L);
    DurationValue found = reader.read(text);
    return found == null
        ? DurationValue.invalid("unparsable")
        : configured(found, Options.at(frame, a, 1));
  }
}
