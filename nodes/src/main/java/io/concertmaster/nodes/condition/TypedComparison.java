package io.concertmaster.nodes.condition;

import io.concertmaster.node.ComparedAs;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.Operator;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How two values compare as values of one type. Both are made values of the type first; what cannot
 * be is an error. As text, nothing is the empty text; as anything else, nothing equals only
 * nothing.
 *
 * @param strict whether values must be of the type already
 * @param ignoreCase whether capital and small letters count as the same
 * @param zone where dates without offset are at home
 * @param others what does the operators that mean the same for all types
 */
record TypedComparison(boolean strict, boolean ignoreCase, ZoneId zone, Comparison others) {
  /**
   * Whether a condition holds.
   *
   * @param present whether there is a left value, be it null; as in ECMAScript a number that is
   *     null is ordered as 0, and one that is missing not at all
   */
  boolean holds(
      ComparedAs type,
      boolean present,
      @Nullable Object left,
      Operator operator,
      @Nullable Object right)
      throws NodeException {
    if (operator == Operator.EXISTS || operator == Operator.NOT_EXISTS) {
      return (left != null) == (operator == Operator.EXISTS);
    }
    Object first = Conversion.convert(type, left, strict, zone);
    Object second = operator.takesRight() ? right(type, operator, right) : null;
    return switch (type) {
      case STRING -> texts(first == null ? "" : first, operator, second == null ? "" : second);
      case NUMBER ->
          plain(first == null && present && orders(operator) ? 0L : first, operator, second);
      case BOOLEAN, TRUTH -> plain(first, operator, second);
      case DATE_TIME -> moments((Instant) first, operator, (Instant) second);
      case ARRAY -> list((JsonArray) (first == null ? JsonArray.empty() : first), operator, second);
      case OBJECT -> others.holds(first == null ? JsonObject.empty() : first, operator, second);
    };
  }

  /** The right value as what the operator needs. */
  private @Nullable Object right(ComparedAs type, Operator operator, @Nullable Object value)
      throws NodeException {
    if (type == ComparedAs.ARRAY || type == ComparedAs.OBJECT) {
      return switch (operator) {
        case EQUALS, NOT_EQUALS -> Conversion.convert(type, value, strict, zone);
        case LENGTH_EQUALS,
            LENGTH_NOT_EQUALS,
            LENGTH_GREATER_THAN,
            LENGTH_GREATER_OR_EQUAL,
            LENGTH_LESS_THAN,
            LENGTH_LESS_OR_EQUAL ->
            Conversion.convert(ComparedAs.NUMBER, value, strict, zone);
        default -> value;
      };
    }
    return Conversion.convert(type, value, strict, zone);
  }

  private boolean texts(Object left, Operator operator, Object right) throws NodeException {
    if (operator == Operator.MATCHES || operator == Operator.NOT_MATCHES) {
      return others.holds(folded(left), operator, right);
    }
    String text = folded(left);
    String other = folded(right);
    return switch (operator) {
      case EMPTY -> text.isEmpty();
      case NOT_EMPTY -> !text.isEmpty();
      case EQUALS -> text.equals(other);
      case NOT_EQUALS -> !text.equals(other);
      case GREATER_THAN -> text.compareTo(other) > 0;
      case GREATER_OR_EQUAL -> text.compareTo(other) >= 0;
      case LESS_THAN -> text.compareTo(other) < 0;
      case LESS_OR_EQUAL -> text.compareTo(other) <= 0;
      default -> others.holds(text, operator, other);
    };
  }

  private String folded(Object text) {
    return ignoreCase ? text.toString().toLowerCase(Locale.ROOT) : text.toString();
  }

  private static boolean orders(Operator operator) {
    return switch (operator) {
      case GREATER_THAN, GREATER_OR_EQUAL, LESS_THAN, LESS_OR_EQUAL -> true;
      default -> false;
    };
  }

  private boolean plain(@Nullable Object left, Operator operator, @Nullable Object right)
      throws NodeException {
    return operator == Operator.FALSE
        ? left == null || left.equals(false)
        : others.holds(left, operator, right);
  }

  private static boolean moments(@Nullable Instant left, Operator operator, @Nullable Instant right)
      throws NodeException {
    if (operator == Operator.EMPTY || operator == Operator.NOT_EMPTY) {
      return (left == null) == (operator == Operator.EMPTY);
    }
    if (left == null || right == null) {
      return false;
    }
    int order = left.compareTo(right);
    return switch (operator) {
      case EQUALS -> order == 0;
      case NOT_EQUALS -> order != 0;
      case BEFORE, LESS_THAN -> order < 0;
      case AFTER, GREATER_THAN -> order > 0;
      case NOT_AFTER, LESS_OR_EQUAL -> order <= 0;
      case NOT_BEFORE, GREATER_OR_EQUAL -> order >= 0;
      default -> throw new NodeException("dates cannot be compared by “" + operator.label() + "”");
    };
  }

  private boolean list(JsonArray left, Operator operator, @Nullable Object right)
      throws NodeException {
    boolean looksInside = operator == Operator.CONTAINS || operator == Operator.NOT_CONTAINS;
    if (!looksInside) {
      return others.holds(left, operator, right);
    }
    boolean found =
        left.stream()
            .anyMatch(element ->
                (ignoreCase && element instanceof String text && right instanceof String other)
                    ? text.equalsIgnoreCase(other)
                    : ScriptValue.identical(element, right));
    return found == (operator == Operator.CONTAINS);
  }
}
