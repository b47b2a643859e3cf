package io.concertmaster.model.expression.library.time;

import io.concertmaster.model.expression.runtime.Conversions.Hint;
import io.concertmaster.model.expression.runtime.ObjectKind;
import io.concertmaster.model.expression.runtime.ObjectValue;
import org.jspecify.annotations.Nullable;

/**
 * The time from one date up to another, as Luxon's {@code Interval} has it.
 *
 * @param why why it is none; null where it is one
 */
public record IntervalValue(DateTimeValue start, DateTimeValue end, @Nullable Invalid why)
    implements ObjectValue {
  /** The time between two dates; none where one is invalid or they are the wrong way around. */
  public static IntervalValue of(DateTimeValue start, DateTimeValue end) {
    Invalid why =
        !start.valid()
            ? new Invalid("missing or invalid start", null)
            : !end.valid()
                ? new Invalid("missing or invalid end", null)
                : end.millis() < start.millis()
                    ? new Invalid(
                        "end before start",
                        "The end of an interval must be after its start, but you had start="
                            + start.iso()
                            + " and end="
                            + end.iso())
                    : null;
    return new IntervalValue(start, end, why);
  }

  /** Whether it is an interval. */
  public boolean valid() {
    return why == null;
  }

  /** ISO 8601; null where it is invalid. */
  public @Nullable String iso() {
    return valid() ? start.iso() + "/" + end.iso() : null;
  }

  @Override
  public ObjectKind<IntervalValue> kind() {
    return IntervalKind.KIND;
  }

  @Override
  public Object primitive(Hint hint) {
    return valid() ? "[" + start.iso() + " – " + end.iso() + ")" : "Invalid Interval";
  }

  @Override
  public @Nullable Object data() {
    String iso = iso();
    return iso == null ? "Invalid Interval" : iso;
  }

  @Override
  @SuppressWarnings("ReferenceEquality")
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
