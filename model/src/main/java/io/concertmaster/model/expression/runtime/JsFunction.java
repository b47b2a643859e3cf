package io.concertmaster.model.expression.runtime;

import org.jspecify.annotations.Nullable;

/** A function as a value: a callback written in the expression, or one of the library's. */
@FunctionalInterface
public interface JsFunction {
  /**
   * Calls it.
   *
   * @param arguments as many as the caller has; a missing one reads as {@code undefined}
   */
  @Nullable Object call(Frame frame, @Nullable Object[] arguments);

  /** Calls it for an element, as {@code map} does: with the element, its index and the array. */
  default @Nullable Object callEach(
      Frame frame, @Nullable Object element, int index, Object array) {
    return call(frame, new @Nullable Object[] {element, (long) index, array});
  }

  /** Calls it with two arguments, as {@code sort} does. */
  default @Nullable Object callBoth(Frame frame, @Nullable Object first, @Nullable Object second) {
    return call(frame, new @Nullable Object[] {first, second});
  }
}
