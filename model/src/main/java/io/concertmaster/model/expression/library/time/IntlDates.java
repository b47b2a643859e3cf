package io.concertmaster.model.expression.library.time;

import io.concertmaster.model.expression.ExpressionException.Kind;
import io.concertmaster.model.expression.library.Namespace;
import io.concertmaster.model.expression.runtime.Arguments;
import io.concertmaster.model.expression.runtime.Conversions;
import io.concertmaster.model.expression.runtime.Conversions.Hint;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.ObjectKind;
import io.concertmaster.model.expression.runtime.ObjectValue;
import io.concertmaster.node.data.JsonObject;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code Intl.DateTimeFormat}: writes dates in a language and zone.
 *
 * @param choice the fields that are written
 */
public record IntlDates(IntlDate choice, Locale locale, ZoneId zone) implements ObjectValue {
  /** What it can do. */
  public static final ObjectKind<IntlDates> KIND =
      new ObjectKind<>(
          "Intl.DateTimeFormat",
          IntlDates.class,
          Map.of(),
          Map.of("format", IntlDates::format, "resolvedOptions", (f, self, a) -> self.resolved()),
          Map.of());

  /** The constructor. */
  public static Namespace namespace() {
    return new Namespace.Callable(
        "DateTimeFormat",
        Map.of(),
        IntlDates::make,
        IntlDates::make,
        value -> value instanceof IntlDates);
  }

  private static IntlDates make(Frame frame, @Nullable Object[] a) {
    Options options = Options.at(frame, a, 1);
    ZoneId zone =
        options.has("timeZone")
            ? Zones.of(frame, options.get("timeZone"))
            : frame.scope().machineZone();
    if (zone == null) {
      throw Failure.raised(Kind.RANGE, "there is no time zone " + options.text("timeZone"));
    }
    return new IntlDates(
        IntlDate.of(options, "year", "month", "day"),
        Locales.argument(frame, Arguments.at(a, 0)),
        zone);
  }

  private static Object format(Frame frame, IntlDates self, @Nullable Object[] a) {
    Object given = Arguments.at(a, 0);
    frame.charge(500);
    double millis =
        Arguments.has(a, 0)
            ? Conversions.number(frame, given)
            : (double) frame.scope().now().toEpochMilli();
    DateValue date = new DateValue(millis);
    if (!date.valid()) {
      throw Failure.raised(Kind.RANGE, "Intl.DateTimeFormat: this is no valid date");
    }
    return self.choice.format(date.in(self.zone), self.locale);
  }

  private JsonObject resolved() {
    return JsonObject.of("locale", locale.toLanguageTag(), "timeZone", Zones.name(zone));
  }

  @Override
  public ObjectKind<IntlDates> kind() {
    return KIND;
  }

  @Override
  public Object primitive(Hint hint) {
    return "[object Intl.DateTimeFormat]";
  }

  @Override
  public Object data() {
    return JsonObject.empty();
  }
}
