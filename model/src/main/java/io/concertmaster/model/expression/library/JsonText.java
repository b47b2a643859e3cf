package io.concertmaster.model.expression.library;

import io.concertmaster.model.expression.ExpressionException.Kind;
import io.concertmaster.model.expression.Undefined;
import io.concertmaster.model.expression.runtime.BigIntegerValue;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.JsFunction;
import io.concertmaster.model.expression.runtime.Numbers;
import io.concertmaster.model.expression.runtime.Primitive;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * JSON.stringify (ECMA-262 §25.5.2): undefined and functions are left out, in lists they are null.
 */
public final class JsonText {
  private static final int DEEPEST = 500;
  private static final String SHORT_ESCAPES = "\b\t\n\f\r\"\\";
  private static final String SHORT_LETTERS = "btnfr\"\\";

  private final Frame frame;
  private final String indent;
  private final StringBuilder text = new StringBuilder();
  private int charged;

  JsonText(Frame frame, String indent) {
    this.frame = frame;
    this.indent = indent;
  }

  /** The JSON text of data on one line. */
  public static String of(Frame frame, @Nullable Object data) {
    String text = new JsonText(frame, "").write(data);
    return text == null ? "null" : text;
  }

  /** The JSON text, or null for what JSON has no text for. */
  @Nullable String write(@Nullable Object value) {
    return append(value, 0) ? text.toString() : null;
  }

  private boolean append(@Nullable Object value, int depth) {
    switch (value) {
      case null -> text.append("null");
      case String s -> quote(s);
      case Double d when !Double.isFinite(d) -> text.append("null");
      case Number n -> text.append(Numbers.text(n));
      case Boolean b -> text.append(b.booleanValue());
      case Undefined u -> {
        return false;
      }
      case JsFunction f -> {
        return false;
      }
      case JsonArray array -> array(array, depth + 1);
      case JsonObject object -> {
        int slot = object.shape().slot("toJSON");
        if (slot >= 0 && object.slot(slot) instanceof JsFunction function) {
          return append(function.call(frame, new @Nullable Object[] {""}), depth + 1);
        }
        object(object, depth + 1);
      }
      case BigIntegerValue big -> throw Failure.type("JSON has no big integers");
      case Primitive special -> {
        return append(special.data(), depth + 1);
      }
      default -> throw new IllegalStateException("no value of an expression: " + value.getClass());
    }
    charge(depth);
    return true;
  }

  private void charge(int depth) {
    frame.chargeText(text.length() - charged);
    charged = text.length();
    if (charged > Frame.LONGEST_STRING) {
      frame.chargeText(charged);
    }
    if (depth > DEEPEST) {
      throw Failure.raised(Kind.LIMIT, "the value nests deeper than " + DEEPEST + " levels");
    }
  }

  private void line(int depth) {
    if (!indent.isEmpty()) {
      text.append('\n').repeat(indent, depth);
    }
  }

  private void array(JsonArray array, int depth) {
    charge(depth);
    text.append('[');
    for (int i = 0; i < array.size(); i++) {
      text.append(i > 0 ? "," : "");
      line(depth);
      if (!append(array.get(i), depth)) {
        text.append("null");
      }
    }
    if (!array.isEmpty()) {
      line(depth - 1);
    }
    text.append(']');
  }

  private void object(JsonObject object, int depth) {
    charge(depth);
    text.append('{');
    boolean any = false;
    for (int slot = 0; slot < object.size(); slot++) {
      int before = text.length();
      text.append(any ? "," : "");
      line(depth);
      quote(object.shape().name(slot));
      text.append(indent.isEmpty() ? ":" : ": ");
      if (append(object.slot(slot), depth)) {
        any = true;
      } else {
        text.setLength(before);
        charged = Math.min(charged, before);
      }
    }
    if (any) {
      line(depth - 1);
    }
    text.append('}');
  }

  private void quote(String string) {
    text.append('"');
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      int known = SHORT_ESCAPES.indexOf(c);
      if (known >= 0) {
        text.append('\\').append(SHORT_LETTERS.charAt(known));
      } else if (c < ' ' || isHalf(string, i)) {
        text.append("\\u").append(HexFormat.of().toHexDigits(c));
      } else {
        text.append(c);
      }
    }
    text.append('"');
  }

  /** Whether a character is a surrogate without its other half. */
  private static boolean isHalf(String string, int at) {
    char c = string.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 == string.length() || !Character.isLowSurrogate(string.charAt(at + 1));
    }
    return Character.isLowSurrogate(c)
        && (at == 0 || !Character.isHighSurrogate(string.charAt(at - 1)));
  }
}
