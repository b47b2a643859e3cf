package io.concertmaster.model.expression.runtime;

import io.concertmaster.model.expression.Undefined;
import org.jspecify.annotations.Nullable;

/** Reading the arguments of a call. */
public final class Arguments {
  /** No arguments. */
  public static final @Nullable Object[] NONE = {};

  private Arguments() {}

  /** The argument at a position, or undefined. */
  public static @Nullable Object at(@Nullable Object[] arguments, int position) {
    return position < arguments.length ? arguments[position] : Undefined.VALUE;
  }

  /** Whether there is an argument at a position that is not undefined. */
  public static boolean has(@Nullable Object[] arguments, int position) {
    return position < arguments.length && arguments[position] != Undefined.VALUE;
  }

  /** An argument as a whole number (ToIntegerOrInfinity). */
  public static long integer(
      Frame frame, @Nullable Object[] arguments, int position, long otherwise) {
    if (!has(arguments, position)) {
      return otherwise;
    }
    return arguments[position] instanceof Long l
        ? l
        : Numbers.integer(Conversions.number(frame, arguments[position]));
  }

  /** An argument as text; {@code undefined} reads "undefined". */
  public static String text(Frame frame, @Nullable Object[] arguments, int position) {
    return Conversions.text(frame, at(arguments, position));
  }

  /** An argument that must be a function. */
  public static JsFunction function(@Nullable Object[] arguments, int position, String method) {
    if (at(arguments, position) instanceof JsFunction function) {
      return function;
    }
    throw Failure.type(method + "() needs a function");
  }

  /** A position counted from the start, or from the end where it is negative, cut to the length. */
  public static int relative(
      Frame frame, @Nullable Object[] arguments, int position, int length, int otherwise) {
    long index = integer(frame, arguments, position, otherwise);
    return (int) (index < 0 ? Math.max(length + index, 0) : Math.min(index, length));
  }
}
