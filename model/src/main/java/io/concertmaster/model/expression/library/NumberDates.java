package io.concertmaster.model.expression.library;

import io.concertmaster.model.expression.ExpressionException.Kind;
import io.concertmaster.model.expression.library.time.DateReaders;
import io.concertmaster.model.expression.runtime.Arguments;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.model.expression.runtime.Frame;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Numbers as dates. */
final class NumberDates {
  static final Set<String> FORMATS = Set.of("ms", "s", "us", "excel");

  private NumberDates() {}

  /** By default milliseconds; {@code excel} counts days since the end of 1899. */
  static Object toDateTime(Frame frame, double number, @Nullable Object[] a) {
    String format = Arguments.has(a, 0) ? Arguments.text(frame, a, 0) : "ms";
    double millis =
        switch (format) {
          case "ms" -> number;
          case "s" -> number * 1000;
          case "us" -> number / 1000;
          case "excel" -> Math.round((number - 25_569) * 86_400_000);
          default ->
              throw Failure.raised(
                  Kind.TYPE,
                  "toDateTime() knows no format '" + format + "': use ms, s, us or excel");
        };
    return DateReaders.millis(frame, millis);
  }
}
