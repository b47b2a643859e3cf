package io.concertmaster.nodes.condition;

import io.concertmaster.node.NodeException;
import io.concertmaster.node.Operator;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.data.NumberText;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How two values compare, whatever their types. Loose where nobody can be surprised, an error where
 * somebody would be:
 *
 * <ul>
 *   <li><b>Equal</b>: numbers by value; a number and a text that looks like one, by value; two
 *       texts letter by letter (so the postal codes {@code 0123} and {@code 123} differ); true and
 *       false also by their words; lists and objects by their content.
 *   <li><b>Order</b>: two values that are or look like numbers, by value; two other texts by the
 *       alphabet; anything else is an error.
 *   <li><b>Before, after</b>: by {@link Moment}; anything else is an error.
 *   <li>A value that is missing equals only another missing one, contains and matches nothing, and
 *       is neither greater nor less, before nor after.
 * </ul>
 */
final class Comparison {
  private final boolean ignoreCase;
  private final ZoneId zone;
  private String lastPattern = "";
  private Pattern compiled = Pattern.compile("");

  Comparison(boolean ignoreCase, ZoneId zone) {
    this.ignoreCase = ignoreCase;
    this.zone = zone;
  }

  boolean holds(@Nullable Object left, Operator operator, @Nullable Object right)
      throws NodeException {
    return switch (operator) {
      case EQUALS -> same(left, right);
      case NOT_EQUALS -> !same(left, right);
      case GREATER_THAN -> present(left, right) && order(left, right) > 0;
      case GREATER_OR_EQUAL -> present(left, right) && order(left, right) >= 0;
      case LESS_THAN -> present(left, right) && order(left, right) < 0;
      case LESS_OR_EQUAL -> present(left, right) && order(left, right) <= 0;
      case CONTAINS -> contains(left, right);
      case NOT_CONTAINS -> !contains(left, right);
      case STARTS_WITH -> present(left, right) && folded(left).startsWith(folded(right));
      case NOT_STARTS_WITH -> !holds(left, Operator.STARTS_WITH, right);
      case ENDS_WITH -> present(left, right) && folded(left).endsWith(folded(right));
      case NOT_ENDS_WITH -> !holds(left, Operator.ENDS_WITH, right);
      case MATCHES -> matches(left, right);
      case NOT_MATCHES -> !matches(left, right);
      case BEFORE -> present(left, right) && moment(left).isBefore(moment(right));
      case AFTER -> present(left, right) && moment(left).isAfter(moment(right));
      case NOT_AFTER -> present(left, right) && !moment(left).isAfter(moment(right));
      case NOT_BEFORE -> present(left, right) && !moment(left).isBefore(moment(right));
      case LENGTH_EQUALS,
          LENGTH_NOT_EQUALS,
          LENGTH_GREATER_THAN,
          LENGTH_GREATER_OR_EQUAL,
          LENGTH_LESS_THAN,
          LENGTH_LESS_OR_EQUAL ->
          Lengths.holds(left, operator, right);
      case EMPTY -> empty(left);
      case NOT_EMPTY -> !empty(left);
      case EXISTS -> left != null;
      case NOT_EXISTS -> left == null;
      case TRUE -> left != null && truth(left);
      case FALSE -> left != null && !truth(left);
    };
  }

  private static boolean present(@Nullable Object left, @Nullable Object right) {
    return left != null && right != null;
  }

  private boolean same(@Nullable Object left, @Nullable Object right) {
    return switch (left) {
      case null -> right == null;
      case String text when right instanceof String other ->
          ignoreCase ? text.equalsIgnoreCase(other) : text.equals(other);
      case Number number -> sameNumber(number, right);
      case String text when right instanceof Number number -> sameNumber(number, text);
      case Boolean flag ->
          flag.equals(right)
              || (right instanceof String text
                  && text.strip().equalsIgnoreCase(Boolean.toString(flag)));
      case String text when right instanceof Boolean flag -> same(flag, text);
      case JsonArray list when right instanceof JsonArray other -> sameLists(list, other);
      case JsonObject object when right instanceof JsonObject other -> sameObjects(object, other);
      default -> false;
    };
  }

  private static boolean sameNumber(Number number, @Nullable Object other) {
    Number second = NumberLike.of(other);
    return second != null && NumberLike.compare(number, second) == 0;
  }

  private boolean sameLists(JsonArray left, JsonArray right) {
    boolean same = left.size() == right.size();
    for (int i = 0; same && i < left.size(); i++) {
      same = same(left.get(i), right.get(i));
    }
    return same;
  }

  private boolean sameObjects(JsonObject left, JsonObject right) {
    boolean same = left.size() == right.size();
    for (int slot = 0; same && slot < left.size(); slot++) {
      String name = left.shape().name(slot);
      same = right.containsKey(name) && same(left.slot(slot), right.get(name));
    }
    return same;
  }

  private int order(@Nullable Object left, @Nullable Object right) throws NodeException {
    Number a = NumberLike.of(left);
    Number b = NumberLike.of(right);
    if (a != null && b != null) {
      return NumberLike.compare(a, b);
    }
    if (left instanceof String text && right instanceof String other) {
      return ignoreCase ? text.compareToIgnoreCase(other) : text.compareTo(other);
    }
    throw new NodeException("cannot compare " + show(left) + " with " + show(right));
  }

  private boolean contains(@Nullable Object left, @Nullable Object right) throws NodeException {
    return switch (left) {
      case null -> false;
      case JsonArray list -> list.stream().anyMatch(element -> same(element, right));
      case JsonObject object -> right instanceof String name && object.containsKey(name);
      default -> right != null && folded(left).contains(folded(right));
    };
  }

  private boolean matches(@Nullable Object left, @Nullable Object right) throws NodeException {
    if (!(right instanceof String pattern)) {
      throw new NodeException("a pattern is a text, not " + show(right));
    }
    if (!pattern.equals(lastPattern)) {
      compiled = TextPattern.of(pattern, ignoreCase);
      lastPattern = pattern;
    }
    return left != null && compiled.matcher(new CancellableText(text(left))).find();
  }

  private Instant moment(@Nullable Object value) throws NodeException {
    return Moment.of(value, zone)
        .orElseThrow(
            () -> new NodeException(show(value) + " is no date; dates look like 2026-11-24T10:30"));
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

  private static boolean truth(Object value) throws NodeException {
    return switch (value) {
      case Boolean flag -> flag;
      case String text when text.strip().equalsIgnoreCase("true") -> true;
      case String text when text.strip().equalsIgnoreCase("false") -> false;
      default -> throw new NodeException(show(value) + " is neither true nor false");
    };
  }

  private String folded(@Nullable Object value) throws NodeException {
    String text = text(value);
    return ignoreCase ? text.toLowerCase(Locale.ROOT) : text;
  }

  private static String text(@Nullable Object value) throws NodeException {
    return switch (value) {
      case String text -> text;
      case Double number -> NumberText.of(number);
      case BigDecimal number -> number.toPlainString();
      case Long number -> number.toString();
      case Boolean flag -> flag.toString();
      case null, default -> throw new NodeException(show(value) + " is no text");
    };
  }

  static String show(@Nullable Object value) {
    String kind =
        switch (value) {
          case null -> "nothing";
          case String text -> "the text ";
          case Number number -> "the number ";
          case JsonArray list -> "the list ";
          case JsonObject object -> "the object ";
          default -> "";
        };
    if (value == null) {
      return kind;
    }
    String json = value instanceof String text ? "“" + text + "”" : Json.write(value);
    return kind + (json.length() > 60 ? json.substring(0, 60) + "…" : json);
  }
}
