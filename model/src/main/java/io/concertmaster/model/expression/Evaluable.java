package io.concertmaster.model.expression;

import org.jspecify.annotations.Nullable;

/** A parameter made ready, whoever evaluates it. Any number of threads may use it at once. */
public interface Evaluable {
  /**
   * Evaluates it.
   *
   * @return data (null, Boolean, Long, Double, BigDecimal, String, JsonObject, JsonArray), or
   *     {@link Undefined#VALUE}
   * @throws ExpressionException when data is missing, a limit is passed, or a function refuses its
   *     arguments
   */
  @Nullable Object evaluate(Scope scope) throws ExpressionException;

  /** Evaluates it with {@link Markers} for what is beyond data. */
  Markers.Marked marked(Scope scope) throws ExpressionException;
}
