package io.concertmaster.nodes.condition;

import io.concertmaster.node.ComparedAs;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.Operator;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How two values compare by the operators of ECMAScript: equal only when they are of the same type
 * and the same; greater and less by number unless both are texts, where nothing and the empty text
 * count as 0; parts of texts by what {@code String()} makes of the values. Dates are numbers, and
 * without offset in UTC.
 */
final class ScriptComparison {
  private ScriptComparison() {}

  static boolean holds(
      @Nullable ComparedAs type, @Nullable Object left, Operator operator, @Nullable Object right)
      throws NodeException {
    if (type != ComparedAs.DATE_TIME || !operator.takesRight()) {
      return holds(left, operator, right);
    }
    return holds(
        Conversion.convert(type, left == null ? "" : left, false, ZoneOffset.UTC)
                instanceof Instant first
            ? first.toEpochMilli()
            : null,
        operator,
        Conversion.convert(type, right == null ? "" : right, false, ZoneOffset.UTC)
                instanceof Instant second
            ? second.toEpochMilli()
            : null);
  }

  private static boolean holds(@Nullable Object left, Operator operator, @Nullable Object right)
      throws NodeException {
    return switch (operator) {
      case EQUALS -> ScriptValue.identical(left, right);
      case NOT_EQUALS -> !ScriptValue.identical(left, right);
      case GREATER_THAN, AFTER -> ordered(left, right, order -> order > 0);
      case GREATER_OR_EQUAL, NOT_BEFORE -> ordered(left, right, order -> order >= 0);
      case LESS_THAN, BEFORE -> ordered(left, right, order -> order < 0);
      case LESS_OR_EQUAL, NOT_AFTER -> ordered(left, right, order -> order <= 0);
      case CONTAINS -> text(left).contains(text(right));
      case NOT_CONTAINS -> !text(left).contains(text(right));
      case STARTS_WITH -> text(left).startsWith(text(right));
      case NOT_STARTS_WITH -> !text(left).startsWith(text(right));
      case ENDS_WITH -> text(left).endsWith(text(right));
      case NOT_ENDS_WITH -> !text(left).endsWith(text(right));
      case MATCHES -> matches(left, right);
      case NOT_MATCHES -> !matches(left, right);
      case EMPTY -> empty(left);
      case NOT_EMPTY -> !empty(left);
      case EXISTS -> left != null;
      case NOT_EXISTS -> left == null;
      case TRUE -> ScriptValue.truth(left);
      case FALSE -> !ScriptValue.truth(left);
      case LENGTH_EQUALS,
          LENGTH_NOT_EQUALS,
          LENGTH_GREATER_THAN,
          LENGTH_GREATER_OR_EQUAL,
          LENGTH_LESS_THAN,
          LENGTH_LESS_OR_EQUAL ->
          Lengths.holds(left, operator, right);
    };
  }

  /** Whether two values have an order, and it is one of those wanted. */
  private static boolean ordered(
      @Nullable Object left, @Nullable Object right, IntPredicate wanted) {
    Integer order = ScriptValue.order(orZero(left), orZero(right));
    return order != null && wanted.test(order);
  }

  private static Object orZero(@Nullable Object value) {
    return value != null && ScriptValue.truth(value) ? value : 0L;
  }

  private static String text(@Nullable Object value) {
    return value != null && ScriptValue.truth(value) ? ScriptValue.text(value) : "";
  }

  private static boolean matches(@Nullable Object left, @Nullable Object right)
      throws NodeException {
    Pattern pattern = TextPattern.of(text(right), false);
    return pattern.matcher(new CancellableText(text(left))).find();
  }

  private static boolean empty(@Nullable Object value) {
    return switch (value) {
      case null -> true;
      case String text -> text.isEmpty();
      case JsonArray list -> list.isEmpty();
      case JsonObject object -> object.isEmpty();
      default -> false;
    };
  }
}
