package io.concertmaster.model.expression.library;

import io.concertmaster.model.expression.ExpressionException.Kind;
import io.concertmaster.model.expression.runtime.Arguments;
import io.concertmaster.model.expression.runtime.BigIntegerValue;
import io.concertmaster.model.expression.runtime.Conversions;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.JsFunction;
import io.concertmaster.model.expression.runtime.Numbers;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code Object}, {@code Array}, {@code Number}, {@code String} and {@code Boolean}. */
final class Constructors {
  private Constructors() {}

  static Map<String, Object> all() {
    JsFunction object = (frame, a) -> object(Arguments.at(a, 0));
    JsFunction array = Constructors::array;
    JsFunction bool = (frame, a) -> Conversions.truth(Arguments.at(a, 0));
    return Map.of(
        "Object",
        new Namespace.Callable(
            "Object", ObjectFunctions.members(), object, object, Conversions::isObject),
        "Array",
        new Namespace.Callable(
            "Array", ArrayFunctions.members(), array, array, JsonArray.class::isInstance),
        "Number",
        boxing("Number", NumberFunctions.members(), Constructors::number, Number.class),
        "String",
        boxing("String", StringFunctions.members(), Constructors::text, String.class),
        "Boolean",
        boxing("Boolean", Map.of(), bool, Boolean.class));
  }

  private static Namespace boxing(
      String name, Map<String, Object> members, JsFunction call, Class<?> type) {
    return new Namespace.Callable(
        name,
        members,
        call,
        (frame, a) -> new Boxed(java.util.Objects.requireNonNull(call.call(frame, a))),
        value -> value instanceof Boxed(Object inner) && type.isInstance(inner));
  }

  private static @Nullable Object object(@Nullable Object value) {
    return switch (value) {
      case null -> JsonObject.empty();
      case String text -> new Boxed(text);
      case Number number -> new Boxed(number);
      case Boolean bool -> new Boxed(bool);
      default -> Conversions.isObject(value) ? value : JsonObject.empty();
    };
  }

  private static Object number(Frame frame, @Nullable Object[] a) {
    if (a.length == 0) {
      return 0L;
    }
    return a[0] instanceof BigIntegerValue(java.math.BigInteger big)
        ? Numbers.of(big.doubleValue())
        : Conversions.numeric(frame, a[0]);
  }

  private static Object text(Frame frame, @Nullable Object[] a) {
    return a.length == 0 ? "" : Arguments.text(frame, a, 0);
  }

  private static Object array(Frame frame, @Nullable Object[] a) {
    if (a.length != 1 || !(a[0] instanceof Number)) {
      return ArrayMethods.list(frame, a.clone());
    }
    double size = Conversions.number(frame, a[0]);
    if (size < 0 || size != Math.rint(size) || size > 4294967295.0) {
      throw Failure.raised(
          Kind.RANGE, "Array(): a list cannot have " + Numbers.of(size) + " elements");
    }
    frame.chargeArray((long) size);
    @Nullable Object[] values = new @Nullable Object[(int) size];
    Arrays.fill(values, io.concertmaster.model.expression.Undefined.VALUE);
    return ArrayMethods.list(frame, values);
  }
}
