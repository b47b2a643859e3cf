package io.concertmaster.model.expression.library.time;

import org.jspecify.annotations.Nullable;

/**
 * Why a date, duration or interval is none.
 *
 * @param reason in short, as Luxon names it
 * @param explanation in full; null where there is no more to say
 */
public record Invalid(String reason, @Nullable String explanation) {
  /** A part of a date that is out of its range. */
  static Invalid range(String unit, @Nullable Object value) {
    return new Invalid(
        "unit out of range",
        "you specified "
            + value
            + " (of type "
            + io.concertmaster.model.expression.runtime.Conversions.typeOf(value)
            + ") as a "
            + unit
            + ", which is invalid");
  }

  /** A text that is no date of a format. */
  static Invalid unparsable(String text, String format) {
    return new Invalid("unparsable", "the input \"" + text + "\" can't be parsed as " + format);
  }
}
