package io.concertmaster.model.expression.library.time;

import io.concertmaster.model.expression.library.Namespace;
import io.concertmaster.model.expression.runtime.Arguments;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.JsFunction;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code Interval} itself can do: make intervals. */
public final class IntervalFunctions {
  private IntervalFunctions() {}

  /** The global {@code Interval}. */
  public static Namespace namespace() {
    Map<String, Object> m = new HashMap<>();
    m.put("fromDateTimes", (JsFunction) (f, a) -> IntervalValue.of(date(f, a, 0), date(f, a, 1)));
    m.put(
        "after",
        (JsFunction)
            (f, a) ->
                IntervalValue.of(
                    date(f, a, 0),
                    DateTimeMath.plus(
                        date(f, a, 0), DurationValue.like(f, Arguments.at(a, 1)), 1)));
    m.put(
        "before",
        (JsFunction)
            (f, a) ->
                IntervalValue.of(
                    DateTimeMath.plus(date(f, a, 0), DurationValue.like(f, Arguments.at(a, 1)), -1),
                    date(f, a, 0)));
    m.put("fromISO", (JsFunction) IntervalFunctions::read);
    m.put("isInterval", (JsFunction) (f, a) -> Arguments.at(a, 0) instanceof IntervalValue);
    m.put("invalid", (JsFunction) (f, a) -> none(Arguments.text(f, a, 0)));
    m.put("merge", (JsFunction) (f, a) -> IntervalSets.list(f, IntervalSets.merge(all(a))));
    m.put("xor", (JsFunction) (f, a) -> IntervalSets.list(f, IntervalSets.xor(f, all(a))));
    return new Namespace.Callable(
        "Interval", m, null, null, value -> value instanceof IntervalValue);
  }

  private static List<IntervalValue> all(@Nullable Object[] a) {
    List<IntervalValue> all = new ArrayList<>();
    if (Arguments.at(a, 0) instanceof JsonArray list) {
      for (Object one : list) {
        all.add(IntervalSets.other(new @Nullable Object[] {one}));
      }
    }
    return all;
  }

  /** A date, or what a date is made of: JavaScript's Date, or a record of fields. */
  private static DateTimeValue date(Frame frame, @Nullable Object[] a, int position) {
    return switch (Arguments.at(a, position)) {
      case DateTimeValue date -> date;
      case DateValue date -> DateTimeValue.of(date.millis(), Zones.standard(frame), Locale.US);
      case JsonObject fields ->
          FieldMap.of(frame, fields, Locale.US).date(DateTimeValue.now(frame), null);
      case null, default -> throw Failure.type("an Interval is made of dates");
    };
  }

  private static IntervalValue none(String reason) {
    Invalid invalid = new Invalid(reason, null);
    DateTimeValue date = DateTimeValue.invalid(invalid, Locale.US);
    return new IntervalValue(date, date, invalid);
  }

  private static Object read(Frame frame, @Nullable Object[] a) {
    String text = Arguments.text(frame, a, 0);
    Options options = Options.at(frame, a, 1);
    frame.chargeText(text.length() * 8L);
    int slash = text.indexOf('/');
    if (slash > 0) {
      String first = text.substring(0, slash);
      String second = text.substring(slash + 1);
      DateTimeValue start = date(frame, options, first);
      DateTimeValue end = date(frame, options, second);
      if (start.valid() && end.valid()) {
        return IntervalValue.of(start, end);
      }
      DurationValue length = DurationText.read(start.valid() ? second : first);
      if (length != null && (start.valid() || end.valid())) {
        return start.valid()
            ? IntervalValue.of(start, DateTimeMath.plus(start, length, 1))
            : IntervalValue.of(DateTimeMath.plus(end, length, -1), end);
      }
    }
    return none("unparsable");
  }

  private static DateTimeValue date(Frame frame, Options options, String text) {
    return DateTimeFunctions.dated(frame, options, text, "ISO 8601", DateReading.iso(text), null);
  }
}
