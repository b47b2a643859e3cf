package io.concertmaster.model.expression;

import io.concertmaster.model.expression.library.ErrorValue;
import io.concertmaster.model.expression.library.time.DateTimeValue;
import io.concertmaster.model.expression.library.time.DateValue;
import io.concertmaster.model.expression.library.time.DurationValue;
import io.concertmaster.model.expression.library.time.IntervalValue;
import io.concertmaster.model.expression.runtime.BigIntegerValue;
import io.concertmaster.model.expression.runtime.Primitive;
import io.concertmaster.node.data.JsonObject;
import org.jspecify.annotations.Nullable;

/** What stands in JSON for values beyond data: {@code {"$type": "Date", "iso": …}}. */
public final class Markers {
  private Markers() {}

  /**
   * A value with markers for what is beyond data.
   *
   * @param kind what the value itself is; null where it is data
   */
  public record Marked(@Nullable Object value, @Nullable String kind) {}

  /** The kind of a value beyond data; null where nodes cannot tell it from its data. */
  public static @Nullable String kind(@Nullable Object value) {
    return switch (value) {
      case DateTimeValue d -> "DateTime";
      case DateValue d -> "Date";
      case DurationValue d -> "Duration";
      case IntervalValue i -> "Interval";
      case ErrorValue e -> "Error";
      case BigIntegerValue b -> "bigint";
      case null, default -> null;
    };
  }

  /** The marker of a value beyond data, or its data where it has none. */
  public static @Nullable Object of(Primitive value) {
    return switch (value) {
      case DateTimeValue date ->
          JsonObject.of("$type", "DateTime", "iso", date.iso())
              .with("zone", date.valid() ? date.zoneName() : null)
              .with("valid", date.valid());
      case DateValue date -> JsonObject.of("$type", "Date", "iso", date.iso());
      case DurationValue duration ->
          JsonObject.of("$type", "Duration", "iso", duration.iso())
              .with("object", duration.record());
      case IntervalValue interval -> JsonObject.of("$type", "Interval", "iso", interval.iso());
      case ErrorValue error ->
          JsonObject.of("$type", "Error", "name", error.name()).with("message", error.message());
      case BigIntegerValue big -> JsonObject.of("$type", "bigint", "value", big.value().toString());
      default -> value.data();
    };
  }
}
