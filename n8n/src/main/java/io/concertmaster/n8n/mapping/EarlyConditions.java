package io.concertmaster.n8n.mapping;

import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Conditions as the first versions of n8n's nodes have them: lists by type, {@code {boolean:
 * [{value1, operation, value2}], number: …}}, compared by the operators of JavaScript.
 */
final class EarlyConditions {
  private static final List<String> TYPES = List.of("boolean", "dateTime", "number", "string");

  private static final Map<String, String> FIRST_OPERATION =
      Map.of("boolean", "equal", "dateTime", "after", "number", "smaller", "string", "equal");

  private static final Map<String, Object> NO_VALUE =
      Map.of("boolean", false, "dateTime", "", "number", 0L, "string", "");

  private static final Map<String, String> OPERATORS =
      Map.ofEntries(
          Map.entry("after", "after"),
          Map.entry("before", "before"),
          Map.entry("contains", "contains"),
          Map.entry("notContains", "notContains"),
          Map.entry("endsWith", "endsWith"),
          Map.entry("notEndsWith", "notEndsWith"),
          Map.entry("startsWith", "startsWith"),
          Map.entry("notStartsWith", "notStartsWith"),
          Map.entry("equal", "equals"),
          Map.entry("notEqual", "notEquals"),
          Map.entry("larger", "greaterThan"),
          Map.entry("largerEqual", "greaterOrEqual"),
          Map.entry("smaller", "lessThan"),
          Map.entry("smallerEqual", "lessOrEqual"),
          Map.entry("isEmpty", "empty"),
          Map.entry("isNotEmpty", "notEmpty"),
          Map.entry("regex", "matches"),
          Map.entry("notRegex", "notMatches"));

  private EarlyConditions() {}

  /** The conditions of a node; empty where one has an operation that we do not know. */
  static Optional<ConditionSet> of(JsonObject byType, boolean any) {
    List<JsonObject> all = new ArrayList<>();
    for (String type : TYPES) {
      for (JsonObject given : ForeignNode.objects(byType.get(type))) {
        Object left = given.containsKey("value1") ? given.get("value1") : NO_VALUE.get(type);
        Optional<JsonObject> condition = one(type, left == null ? "" : left, given);
        if (condition.isEmpty()) {
          return Optional.empty();
        }
        all.add(condition.get());
      }
    }
    if (all.isEmpty()) {
      all.add(ConditionSet.always(!any));
    }
    return Optional.of(new ConditionSet(JsonArray.copyOf(all), any, false, "script"));
  }

  /**
   * A condition on a value.
   *
   * @param type n8n's type, such as {@code number}
   * @param given has {@code operation} and {@code value2}, or their defaults
   */
  static Optional<JsonObject> one(String type, Object left, JsonObject given) {
    String operation =
        given.get("operation") instanceof String text
            ? text
            : FIRST_OPERATION.getOrDefault(type, "equal");
    String operator = OPERATORS.get(operation);
    if (operator == null) {
      return Optional.empty();
    }
    JsonObject condition = JsonObject.of("left", left, "is", operator);
    if (!operator.equals("empty") && !operator.equals("notEmpty")) {
      Object right = given.get("value2");
      condition = condition.with("right", right == null ? NO_VALUE.getOrDefault(type, "") : right);
    }
    return Optional.of(type.equals("dateTime") ? condition.with("as", "dateTime") : condition);
  }

  /** What a type's second value is where the file has none. */
  static Object noValue(String type) {
    return NO_VALUE.getOrDefault(type, "");
  }
}
