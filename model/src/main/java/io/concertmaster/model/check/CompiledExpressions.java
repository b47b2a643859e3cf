package io.concertmaster.model.check;

import io.concertmaster.model.expression.ExpressionEvaluator;
import io.concertmaster.model.expression.ExpressionException;
import java.util.Optional;

/** Judges expressions by compiling them with the compiler that runs them. */
final class CompiledExpressions implements ExpressionCheck {
  @Override
  public Optional<String> complaint(String parameter) {
    try {
      ExpressionEvaluator.check(parameter);
      return Optional.empty();
    } catch (ExpressionException e) {
      String near =
          e.start() > 0 && e.start() < parameter.length()
              ? " (at character " + e.start() + ")"
              : "";
      return Optional.of(e.getMessage() + near + ": correct the expression");
    }
  }
}
