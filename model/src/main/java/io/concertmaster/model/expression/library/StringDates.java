package io.concertmaster.model.expression.library;

import io.concertmaster.model.expression.ExpressionException.Kind;
import io.concertmaster.model.expression.library.time.DateReaders;
import io.concertmaster.model.expression.library.time.DateTimeValue;
import io.concertmaster.model.expression.library.time.DateValue;
import io.concertmaster.model.expression.runtime.Arguments;
import io.concertmaster.model.expression.runtime.Conversions;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.model.expression.runtime.Frame;
import org.jspecify.annotations.Nullable;

/** Texts as dates. */
final class StringDates {
  private StringDates() {}

  static Object toDate(Frame frame, String self, @Nullable Object[] a) {
    DateValue date = DateReaders.javaScript(frame, self);
    if (Double.isNaN(date.millis())) {
      throw Failure.raised(Kind.TYPE, "toDate(): the text is no date");
    }
    return self.indexOf(':') < 0 ? DateReaders.midnight(frame, date) : date;
  }

  static Object toDateTime(Frame frame, String self, @Nullable Object[] a) {
    if (Arguments.has(a, 0)) {
      String format = Arguments.text(frame, a, 0);
      if (NumberDates.FORMATS.contains(format)) {
        return NumberDates.toDateTime(frame, Conversions.number(frame, self), a);
      }
      return DateReaders.tokens(frame, self, format);
    }
    DateTimeValue date = DateReaders.any(frame, self);
    if (date == null) {
      throw Failure.raised(
          Kind.TYPE, "toDateTime(): the text is no date; give its format, as in 'dd.MM.yyyy'");
    }
    return date;
  }
}
