package io.concertmaster.model.expression.library;

import io.concertmaster.model.expression.ExpressionException.Kind;
import io.concertmaster.model.expression.Undefined;
import io.concertmaster.model.expression.runtime.Arguments;
import io.concertmaster.model.expression.runtime.Conversions;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.JsFunction;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code JSON}. */
final class JsonFunctions {
  private JsonFunctions() {}

  static Map<String, Object> members() {
    return Map.of(
        "parse", (JsFunction) JsonFunctions::parse,
        "stringify", (JsFunction) JsonFunctions::stringify);
  }

  private static @Nullable Object parse(Frame frame, @Nullable Object[] a) {
    if (Arguments.at(a, 1) instanceof JsFunction) {
      throw Failure.raised(
          Kind.UNSUPPORTED, "JSON.parse with a function is not supported in expressions");
    }
    return parse(frame, Arguments.text(frame, a, 0), "JSON.parse");
  }

  /** The value of JSON text. */
  static @Nullable Object parse(Frame frame, String text, String what) {
    frame.charge(1 + text.length());
    try {
      return Json.parse(text);
    } catch (JsonException e) {
      throw Failure.raised(Kind.RANGE, what + ": " + e.getMessage());
    }
  }

  private static Object stringify(Frame frame, @Nullable Object[] a) {
    if (Conversions.isObject(Arguments.at(a, 1))) {
      throw Failure.raised(
          Kind.UNSUPPORTED, "JSON.stringify with a list or function is not supported yet");
    }
    String text = new JsonText(frame, indent(Arguments.at(a, 2))).write(Arguments.at(a, 0));
    return text == null ? Undefined.VALUE : text;
  }

  private static String indent(@Nullable Object space) {
    return switch (space) {
      case Number n -> " ".repeat(Math.clamp(n.longValue(), 0, 10));
      case String s -> s.substring(0, Math.min(10, s.length()));
      case null, default -> "";
    };
  }
}
