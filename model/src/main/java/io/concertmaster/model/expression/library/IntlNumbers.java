package io.concertmaster.model.expression.library;

import io.concertmaster.model.expression.library.time.IntlDates;
import io.concertmaster.model.expression.library.time.Locales;
import io.concertmaster.model.expression.library.time.Options;
import io.concertmaster.model.expression.runtime.Arguments;
import io.concertmaster.model.expression.runtime.Conversions;
import io.concertmaster.model.expression.runtime.Conversions.Hint;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.ObjectKind;
import io.concertmaster.model.expression.runtime.ObjectValue;
import io.concertmaster.node.data.JsonObject;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code Intl.NumberFormat}: writes numbers in a language. */
record IntlNumbers(Locale locale, Options options) implements ObjectValue {
  /** What it can do. */
  static final ObjectKind<IntlNumbers> KIND =
      new ObjectKind<>(
          "Intl.NumberFormat",
          IntlNumbers.class,
          Map.of(),
          Map.of(
              "format",
              (frame, self, a) ->
                  new IntlNumber(self.locale, self.options)
                      .format(Conversions.number(frame, Arguments.at(a, 0))),
              "resolvedOptions",
              (frame, self, a) -> JsonObject.of("locale", self.locale.toLanguageTag())),
          Map.of());

  /** The global {@code Intl}. */
  static Namespace namespace() {
    return new Namespace(
        "Intl",
        Map.of(
            "NumberFormat",
            new Namespace.Callable(
                "NumberFormat",
                Map.of(),
                IntlNumbers::make,
                IntlNumbers::make,
                value -> value instanceof IntlNumbers),
            "DateTimeFormat",
            IntlDates.namespace()));
  }

  private static IntlNumbers make(Frame frame, @Nullable Object[] a) {
    return new IntlNumbers(Locales.argument(frame, Arguments.at(a, 0)), Options.at(frame, a, 1));
  }

  @Override
  public ObjectKind<IntlNumbers> kind() {
    return KIND;
  }

  @Override
  public Object primitive(Hint hint) {
    return "[object Intl.NumberFormat]";
  }

  @Override
  public Object data() {
    return JsonObject.empty();
  }
}
