package io.concertmaster.nodes.join;

import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.nodes.condition.ScriptValue;
import io.concertmaster.nodes.spill.Canonical;
import org.jspecify.annotations.Nullable;

/** When two values of fields count as the same. */
public enum Alike {
  /** Of the same type, and equal. */
  EXACT,
  /** Written alike: the number 17 and the text “17”. */
  WRITTEN,
  /**
   * Written alike, or both empty (nothing, an empty text, an empty list), or a flag and its word or
   * 1 and 0.
   */
  LOOSE,
  /** As {@link #LOOSE}, and nothing is also alike 0. */
  LOOSEST;

  /** Whether values of different types can be alike in other ways than by how they are written. */
  public boolean isLoose() {
    return this == LOOSE || this == LOOSEST;
  }

  /** As settings say it; loose wins. */
  public static Alike of(boolean strict, boolean loose) {
    return loose ? LOOSE : strict ? EXACT : WRITTEN;
  }

  /** A text that is the same for all values that may be alike. */
  public String key(@Nullable Object value) {
    Object canonical = Canonical.of(value);
    return switch (canonical) {
      case null -> isLoose() ? "-" : "null";
      case String text ->
          switch (this) {
            case EXACT -> Json.write(text);
            case WRITTEN -> text;
            case LOOSE, LOOSEST -> looseKey(text);
          };
      case Boolean flag -> isLoose() ? (flag ? "+" : "-") : flag.toString();
      case Number number when isLoose() -> looseKey(ScriptValue.text(number));
      case JsonArray list when isLoose() && list.isEmpty() -> "-";
      case JsonObject object -> Json.write(sorted(object));
      case JsonArray list -> Json.write(sorted(list));
      default -> Json.write(canonical);
    };
  }

  private static String looseKey(String text) {
    String lower = text.toLowerCase(java.util.Locale.ROOT);
    return switch (lower) {
      case "", "0", "false" -> "-";
      case "1", "true" -> "+";
      default -> text;
    };
  }

  /** The value with the fields of its objects in the order of their names. */
  private static @Nullable Object sorted(@Nullable Object value) {
    return switch (value) {
      case JsonObject object -> {
        JsonObject.Builder builder = JsonObject.builder();
        object.keySet().stream()
            .sorted()
            .forEach(name -> builder.put(name, sorted(object.get(name))));
        yield builder.build();
      }
      case JsonArray list -> JsonArray.of(list.stream().map(Alike::sorted).toArray());
      case null, default -> value;
    };
  }

  /** Whether two values of the same {@link #key} are alike. */
  public boolean same(@Nullable Object left, @Nullable Object right) {
    if (!isLoose() || sameKind(left, right)) {
      return exact(left, right);
    }
    return (isEmpty(left) && isEmpty(right))
        || (this == LOOSEST && (left == null ? isZero(right) : right == null && isZero(left)))
        || (left instanceof Boolean flag && right != null && means(right, flag))
        || (right instanceof Boolean flag && left != null && means(left, flag))
        || (left instanceof Number
            && right instanceof String text
            && ScriptValue.text(left).equals(text))
        || (right instanceof Number
            && left instanceof String text
            && ScriptValue.text(right).equals(text));
  }

  private boolean exact(@Nullable Object left, @Nullable Object right) {
    return key(left).equals(key(right)) && (!isLoose() || EXACT.key(left).equals(EXACT.key(right)));
  }

  private static boolean sameKind(@Nullable Object left, @Nullable Object right) {
    return left != null
        && right != null
        && ((left instanceof Number && right instanceof Number)
            || left.getClass() == right.getClass());
  }

  private static boolean isEmpty(@Nullable Object value) {
    return value == null
        || (value instanceof String text && text.isEmpty())
        || (value instanceof JsonArray list && list.isEmpty());
  }

  private static boolean isZero(@Nullable Object value) {
    return value instanceof Number number ? number.doubleValue() == 0 : "0".equals(value);
  }

  private static boolean means(Object value, boolean flag) {
    return switch (value) {
      case String text -> text.equalsIgnoreCase(Boolean.toString(flag));
      case Number number -> number.doubleValue() == (flag ? 1 : 0);
      default -> false;
    };
  }
}
