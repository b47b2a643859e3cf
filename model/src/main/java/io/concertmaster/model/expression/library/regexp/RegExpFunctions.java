package io.concertmaster.model.expression.library.regexp;

import io.concertmaster.model.expression.library.Namespace;
import io.concertmaster.model.expression.runtime.Arguments;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.JsFunction;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code RegExp} itself. */
public final class RegExpFunctions {
  private RegExpFunctions() {}

  /** The global {@code RegExp}. */
  public static Namespace namespace() {
    return new Namespace.Callable(
        "RegExp",
        Map.of("escape", (JsFunction) (frame, a) -> escape(frame, Arguments.text(frame, a, 0))),
        RegExpFunctions::make,
        RegExpFunctions::make,
        value -> value instanceof RegExpValue);
  }

  private static Object make(Frame frame, @Nullable Object[] a) {
    String flags = Arguments.has(a, 1) ? Arguments.text(frame, a, 1) : "";
    if (Arguments.at(a, 0) instanceof RegExpValue other) {
      return make(frame, other.source(), Arguments.has(a, 1) ? flags : other.flags().text());
    }
    return make(frame, Arguments.has(a, 0) ? Arguments.text(frame, a, 0) : "", flags);
  }

  /** A regular expression from its text; a wrong one is an error of the script. */
  static RegExpValue make(Frame frame, String source, String flags) {
    frame.charge(300 + source.length() * 10L);
    try {
      return new RegExpValue(source, Program.compile(source, flags));
    } catch (PatternError error) {
      throw Failure.type(error.message());
    }
  }

  private static Object escape(Frame frame, String text) {
    frame.chargeText(text.length() * 2L);
    return text.replaceAll("[\\^$\\\\.*+?()\\[\\]{}|/]", "\\\\$0");
  }
}
