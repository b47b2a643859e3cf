package io.concertmaster.model.expression;

import io.concertmaster.node.data.Item;
import java.util.List;
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

  /** Whether it is much cheaper to evaluate it for many items at once than one by one. */
  default boolean prefersBatches() {
    return false;
  }

  /**
   * Evaluates it for several items that follow each other.
   *
   * @param scope that of the first one
   * @return for each item its value, or what went wrong
   * @throws ExpressionException when it cannot be evaluated at all
   */
  default List<Outcome> evaluate(Scope scope, List<Item> items) throws ExpressionException {
    throw new UnsupportedOperationException("this is evaluated one by one");
  }

  /** What came of one item. */
  sealed interface Outcome {}

  /** A value, as {@link #evaluate(Scope)} gives it. */
  record Value(@Nullable Object value) implements Outcome {}

  /** What went wrong. */
  record Trouble(ExpressionException reason) implements Outcome {}
}
