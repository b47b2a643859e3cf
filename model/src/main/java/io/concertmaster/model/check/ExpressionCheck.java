package io.concertmaster.model.check;

import java.util.Optional;

/** Tells whether an expression can be evaluated at all, without evaluating it. */
@FunctionalInterface
public interface ExpressionCheck {
  /**
   * What is wrong with a parameter that begins with {@code =}, in one line; empty where nothing is.
   */
  Optional<String> complaint(String parameter);
}
