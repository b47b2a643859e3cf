package io.concertmaster.model.expression.library;

import io.concertmaster.model.expression.library.time.Locales;
import io.concertmaster.model.expression.library.time.Options;
import io.concertmaster.model.expression.runtime.Arguments;
import io.concertmaster.model.expression.runtime.Frame;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers as people of a language write them. */
final class LocaleNumbers {
  private LocaleNumbers() {}

  /** {@code format()} and {@code toLocaleString()}: a language and options of Intl. */
  static Object format(Frame frame, Number self, @Nullable Object[] a) {
    Locale locale = Locales.argument(frame, Arguments.at(a, 0));
    String text = new IntlNumber(locale, Options.at(frame, a, 1)).format(self.doubleValue());
    frame.chargeText(text.length() * 8L);
    return text;
  }
}
