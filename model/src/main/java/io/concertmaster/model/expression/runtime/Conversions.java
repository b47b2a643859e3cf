package io.concertmaster.model.expression.runtime;

import io.concertmaster.model.expression.Undefined;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import org.jspecify.annotations.Nullable;

/** ECMAScript's type conversions (ECMA-262 §7.1). */
public final class Conversions {
  private Conversions() {}

  /** Whether a value is null or undefined. */
  public static boolean nullish(@Nullable Object value) {
    return value == null || value == Undefined.VALUE;
  }

  /** ToBoolean. */
  public static boolean truth(@Nullable Object value) {
    return switch (value) {
      case null -> false;
      case Boolean b -> b;
      case String s -> !s.isEmpty();
      case Long l -> l != 0;
      case Number n -> {
        double d = n.doubleValue();
        yield d != 0 && !Double.isNaN(d);
      }
      case Undefined u -> false;
      case BigIntegerValue big -> big.value().signum() != 0;
      default -> true;
    };
  }

  /** ToNumber, as a double. */
  public static double number(Frame frame, @Nullable Object value) {
    return switch (value) {
      case null -> 0;
      case Long l -> l;
      case Number n -> n.doubleValue();
      case Boolean b -> b ? 1 : 0;
      case String s -> {
        frame.chargeScan(s.length());
        yield NumberReading.number(s);
      }
      case Undefined u -> Double.NaN;
      case BigIntegerValue big ->
          throw Failure.type("big integers and numbers cannot be mixed: use Number(…)");
      default -> number(frame, primitive(frame, value, Hint.NUMBER));
    };
  }

  /** ToNumber, as a value: numbers stay what they are. */
  public static Object numeric(Frame frame, @Nullable Object value) {
    return value instanceof Number n ? n : Numbers.of(number(frame, value));
  }

  /** ToString. */
  public static String text(Frame frame, @Nullable Object value) {
    return switch (value) {
      case String s -> s;
      case null -> "null";
      case Number n -> Numbers.text(n);
      case Boolean b -> b ? "true" : "false";
      case Undefined u -> "undefined";
      case BigIntegerValue(java.math.BigInteger big) -> {
        frame.charge(1L + big.bitLength());
        yield big.toString();
      }
      default -> text(frame, primitive(frame, value, Hint.STRING));
    };
  }

  /** What of two a primitive is wanted for. */
  public enum Hint {
    /** For arithmetic or nothing special. */
    NUMBER,
    /** For text. */
    STRING,
    /** For {@code +} and {@code ==}, where a date would rather be text. */
    DEFAULT
  }

  /** ToPrimitive. */
  public static @Nullable Object primitive(Frame frame, @Nullable Object value, Hint hint) {
    return switch (value) {
      case JsonArray array -> join(frame, array, ",");
      case JsonObject object -> primitiveOf(frame, object, hint);
      case Primitive special -> special.primitive(hint);
      case JsFunction function ->
          throw Failure.raised(
              io.concertmaster.model.expression.ExpressionException.Kind.UNSUPPORTED,
              "the text of a function cannot be used in an expression");
      case null, default -> value;
    };
  }

  /**
   * OrdinaryToPrimitive: a record of the expression's own may bring functions named {@code
   * toString} and {@code valueOf}.
   */
  private static @Nullable Object primitiveOf(Frame frame, JsonObject object, Hint hint) {
    boolean textFirst = hint == Hint.STRING;
    for (int turn = 0; turn < 2; turn++) {
      boolean wantsText = textFirst == (turn == 0);
      String name = wantsText ? "toString" : "valueOf";
      int slot = object.shape().slot(name);
      if (slot < 0) {
        if (wantsText) {
          return "[object Object]";
        }
      } else if (object.slot(slot) instanceof JsFunction function) {
        Object result = function.call(frame, Arguments.NONE);
        if (!isObject(result)) {
          return result;
        }
      }
    }
    throw Failure.type("the record cannot be made into a text or number");
  }

  /** Whether a value is an object in ECMAScript's sense. */
  public static boolean isObject(@Nullable Object value) {
    return !(value == null
        || value instanceof String
        || value instanceof Number
        || value instanceof Boolean
        || value instanceof BigIntegerValue
        || value == Undefined.VALUE);
  }

  /** Array.prototype.join: null and undefined are empty. */
  public static String join(Frame frame, JsonArray array, String separator) {
    StringBuilder text = new StringBuilder();
    joinInto(frame, array, separator, text);
    return text.toString();
  }

  private static void joinInto(Frame frame, JsonArray array, String separator, StringBuilder text) {
    @Nullable Object[] before = frame.enter(frame.locals(), 6, 1);
    for (int i = 0; i < array.size(); i++) {
      int from = text.length();
      if (i > 0) {
        text.append(separator);
      }
      Object element = array.get(i);
      if (element instanceof JsonArray inner) {
        joinInto(frame, inner, ",", text);
      } else if (!nullish(element)) {
        text.append(text(frame, element));
      }
      frame.chargeText(text.length() - from);
      if (text.length() > Frame.LONGEST_STRING) {
        frame.chargeText(text.length());
      }
    }
    frame.leave(before, 6);
  }

  /** ToPropertyKey: the name under which a value is looked up. */
  public static String key(Frame frame, @Nullable Object value) {
    return text(frame, value);
  }

  /** {@code typeof}. */
  public static String typeOf(@Nullable Object value) {
    return switch (value) {
      case null -> "object";
      case String s -> "string";
      case Number n -> "number";
      case Boolean b -> "boolean";
      case Undefined u -> "undefined";
      case BigIntegerValue big -> "bigint";
      case JsFunction f -> "function";
      default -> "object";
    };
  }
}
