package io.concertmaster.model.expression.compile;

import io.concertmaster.model.expression.library.Methods;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.model.expression.runtime.Frame;
import org.jspecify.annotations.Nullable;

/**
 * The library for an evaluator that is no compiler: members and methods by their names. What it
 * gives and refuses is what a compiled expression gets.
 */
public final class Dynamic {
  private Dynamic() {}

  /**
   * A member of a value.
   *
   * @throws Failure where compiled expressions fail
   */
  public static @Nullable Object member(Frame frame, @Nullable Object value, String name) {
    return Members.get(frame, value, name);
  }

  /**
   * Calls a method of a value.
   *
   * @throws Failure where compiled expressions fail
   */
  public static @Nullable Object call(
      Frame frame, @Nullable Object self, String name, @Nullable Object[] arguments) {
    Methods.Named named = Methods.named(name);
    if (named == null) {
      throw Failure.type(name + "() cannot be used on this value");
    }
    return named.call(frame, self, arguments);
  }
}
