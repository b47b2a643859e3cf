package io.concertmaster.model.expression.runtime;

import org.jspecify.annotations.Nullable;

/**
 * A method of a type of receiver.
 *
 * @param <T> the receiver's type
 */
@FunctionalInterface
public interface Method<T> {
  /** Calls it on a receiver. */
  @Nullable Object call(Frame frame, T self, @Nullable Object[] arguments);
}
