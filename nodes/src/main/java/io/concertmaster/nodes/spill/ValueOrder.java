package io.concertmaster.nodes.spill;

import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.nodes.condition.NumberLike;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One order for all values: numbers by value, then texts by the alphabet, false, true, lists
 * element by element, objects field by field, and nothing last. Total and consistent: sorting never
 * fails on a mixed column.
 */
public final class ValueOrder implements Comparator<@Nullable Object> {
  /** Capital letters before small ones, as Unicode has them. */
  public static final ValueOrder EXACT = new ValueOrder(false);

  /** Capital and small letters alike. */
  public static final ValueOrder IGNORING_CASE = new ValueOrder(true);

  private final boolean ignoreCase;

  private ValueOrder(boolean ignoreCase) {
    this.ignoreCase = ignoreCase;
  }

  /** Whether capital and small letters are alike. */
  boolean ignoresCase() {
    return ignoreCase;
  }

  @Override
  public int compare(@Nullable Object left, @Nullable Object right) {
    if (left instanceof String a && right instanceof String b) {
      return ignoreCase ? a.compareToIgnoreCase(b) : a.compareTo(b);
    }
    if (left instanceof Number a && right instanceof Number b) {
      return NumberLike.compare(a, b);
    }
    int kind = Integer.compare(rank(left), rank(right));
    if (kind != 0) {
      return kind;
    }
    return switch (left) {
      case Boolean flag when right instanceof Boolean other -> Boolean.compare(flag, other);
      case JsonArray list when right instanceof JsonArray other -> lists(list, other);
      case JsonObject object when right instanceof JsonObject other -> objects(object, other);
      case null, default -> 0;
    };
  }

  private static int rank(@Nullable Object value) {
    return switch (value) {
      case Number number -> 0;
      case String text -> 1;
      case Boolean flag -> 2;
      case JsonArray list -> 3;
      case JsonObject object -> 4;
      case null -> 6;
      default -> 5;
    };
  }

  private int lists(JsonArray left, JsonArray right) {
    int shorter = Math.min(left.size(), right.size());
    for (int i = 0; i < shorter; i++) {
      int order = compare(left.get(i), right.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.size(), right.size());
  }

  /** By field names in the order of the alphabet, so that equal objects are equal here too. */
  private int objects(JsonObject left, JsonObject right) {
    List<String> names = left.keySet().stream().sorted().toList();
    List<String> others = right.keySet().stream().sorted().toList();
    int shorter = Math.min(names.size(), others.size());
    for (int i = 0; i < shorter; i++) {
      String name = names.get(i);
      int order = name.compareTo(others.get(i));
      if (order == 0) {
        order = compare(left.get(name), right.get(name));
      }
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(names.size(), others.size());
  }
}
