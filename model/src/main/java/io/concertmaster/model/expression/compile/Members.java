package io.concertmaster.model.expression.compile;

import io.concertmaster.model.expression.ExpressionException.Kind;
import io.concertmaster.model.expression.Undefined;
import io.concertmaster.model.expression.library.Boxed;
import io.concertmaster.model.expression.library.Methods;
import io.concertmaster.model.expression.library.Namespace;
import io.concertmaster.model.expression.runtime.Conversions;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.JsFunction;
import io.concertmaster.model.expression.runtime.ObjectValue;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reading properties while running: own fields, indexes and lengths. A method that is read and not
 * called gives a function, so that asking whether there is one works.
 */
final class Members {
  private static final Set<String> INHERITED =
      Set.of(
          "toString",
          "valueOf",
          "toLocaleString",
          "hasOwnProperty",
          "isPrototypeOf",
          "propertyIsEnumerable");

  private Members() {}

  /** Whether every record answers to a name by JavaScript's rules. */
  static boolean inherited(String name) {
    return INHERITED.contains(name);
  }

  /** The value of a property whose name is known when compiling. */
  static @Nullable Object get(Frame frame, @Nullable Object object, String name) {
    return switch (object) {
      case ObjectValue special -> special.property(frame, name);
      case JsonObject record -> field(record, name);
      case String text ->
          name.equals("length") ? (Object) (long) text.length() : character(text, name);
      case JsonArray array ->
          name.equals("length") ? (Object) (long) array.size() : element(array, name);
      case Boxed(Object value) -> get(frame, value, name);
      case null -> throw missing(name, "null");
      case Undefined u -> throw missing(name, "undefined");
      case Namespace space -> space.get(name);
      case JsFunction function -> ofFunction(name);
      default -> method(object, name);
    };
  }

  private static Object ofFunction(String name) {
    throw Failure.raised(
        Kind.UNSUPPORTED, "'" + name + "' of a function cannot be used in expressions");
  }

  /** What reading a property of nothing throws. */
  static Failure missing(String name, String of) {
    return Failure.type("cannot read '" + name + "' of " + of);
  }

  private static @Nullable Object field(JsonObject record, String name) {
    int slot = record.shape().slot(name);
    return slot >= 0 ? record.slot(slot) : method(record, name);
  }

  private static @Nullable Object character(String text, String name) {
    int position = position(name, text.length());
    return position >= 0 ? String.valueOf(text.charAt(position)) : method(text, name);
  }

  private static @Nullable Object element(JsonArray array, String name) {
    int position = position(name, array.size());
    return position >= 0 ? array.get(position) : method(array, name);
  }

  /** The index that a name stands for, or -1. */
  static int position(String name, int length) {
    int digits = name.length();
    if (digits == 0 || digits > 9 || (digits > 1 && name.charAt(0) == '0')) {
      return -1;
    }
    int position = 0;
    for (int i = 0; i < digits; i++) {
      char c = name.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      position = position * 10 + (c - '0');
    }
    return position < length ? position : -1;
  }

  /** Whether JavaScript's own methods of a value have a name. */
  static boolean isMethod(@Nullable Object object, String name) {
    Methods.Named named = Methods.named(name);
    if (named == null) {
      return inherited(name);
    }
    return named.nativeOn(object) || inherited(name);
  }

  private static Object method(Object object, String name) {
    if (!isMethod(object, name)) {
      return Undefined.VALUE;
    }
    JsFunction unbound =
        (frame, arguments) -> {
          throw Failure.type(name + "() was taken from its value before it was called");
        };
    return unbound;
  }

  /** The value of a property whose name is computed. */
  static @Nullable Object computed(Frame frame, @Nullable Object object, @Nullable Object key) {
    if (key instanceof Long index) {
      if (object instanceof JsonArray array) {
        return index >= 0 && index < array.size() ? array.get((int) (long) index) : Undefined.VALUE;
      }
      if (object instanceof String text) {
        return index >= 0 && index < text.length()
            ? String.valueOf(text.charAt((int) (long) index))
            : Undefined.VALUE;
      }
    }
    if (Conversions.nullish(object)) {
      throw missing(
          Conversions.isObject(key) ? "…" : Conversions.text(frame, key), String.valueOf(object));
    }
    String name = Conversions.key(frame, key);
    Compiler.allow(name);
    return get(frame, object, name);
  }
}
