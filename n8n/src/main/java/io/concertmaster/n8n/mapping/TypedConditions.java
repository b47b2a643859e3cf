package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Conditions as n8n's nodes have them since their version 2: {@code {options, combinator,
 * conditions: [{leftValue, operator: {type, operation}, rightValue}]}}.
 */
final class TypedConditions {
  /** Our operators by n8n's, where names differ. */
  private static final Map<String, String> OPERATORS =
      Map.ofEntries(
          Map.entry("gt", "greaterThan"),
          Map.entry("gte", "greaterOrEqual"),
          Map.entry("lt", "lessThan"),
          Map.entry("lte", "lessOrEqual"),
          Map.entry("larger", "greaterThan"),
          Map.entry("largerEqual", "greaterOrEqual"),
          Map.entry("smaller", "lessThan"),
          Map.entry("smallerEqual", "lessOrEqual"),
          Map.entry("regex", "matches"),
          Map.entry("notRegex", "notMatches"),
          Map.entry("afterOrEquals", "notBefore"),
          Map.entry("beforeOrEquals", "notAfter"),
          Map.entry("lengthGt", "lengthGreaterThan"),
          Map.entry("lengthGte", "lengthGreaterOrEqual"),
          Map.entry("lengthLt", "lengthLessThan"),
          Map.entry("lengthLte", "lengthLessOrEqual"));

  private static final Set<String> SAME =
      Set.of(
          "equals",
          "notEquals",
          "contains",
          "notContains",
          "startsWith",
          "notStartsWith",
          "endsWith",
          "notEndsWith",
          "after",
          "before",
          "lengthEquals",
          "lengthNotEquals",
          "empty",
          "notEmpty",
          "exists",
          "notExists",
          "true",
          "false");

  private static final Set<String> ALONE =
      Set.of("empty", "notEmpty", "exists", "notExists", "true", "false");

  private static final Map<String, String> THEIRS = new HashMap<>();

  static {
    OPERATORS.forEach((theirs, ours) -> {
      if (!theirs.startsWith("larger") && !theirs.startsWith("smaller")) {
        THEIRS.put(ours, theirs);
      }
    });
    SAME.forEach(name -> THEIRS.put(name, name));
  }

  private TypedConditions() {}

  /**
   * The conditions of a node. Of a block with options only those hold that it has.
   *
   * @param filter n8n's block
   * @param ignoreCase what holds where the block has no options
   * @param loose whether types are converted, where the block has no options
   * @return empty where one has an operation that we do not know
   */
  static Optional<ConditionSet> read(JsonObject filter, boolean ignoreCase, boolean loose) {
    boolean told = filter.get("options") instanceof JsonObject;
    JsonObject options =
        filter.get("options") instanceof JsonObject given ? given : JsonObject.empty();
    boolean strict = told ? "strict".equals(options.get("typeValidation")) : !loose;
    boolean sensitive = told ? Boolean.TRUE.equals(options.get("caseSensitive")) : !ignoreCase;
    boolean words = options.get("version") instanceof Number version && version.intValue() >= 2;
    boolean any = "or".equals(filter.get("combinator"));
    List<JsonObject> all = new ArrayList<>();
    for (JsonObject given : ForeignNode.objects(filter.get("conditions"))) {
      Optional<JsonObject> condition = one(given, !strict && !words);
      if (condition.isEmpty()) {
        return Optional.empty();
      }
      all.add(condition.get());
    }
    if (all.isEmpty()) {
      all.add(ConditionSet.always(!any));
    }
    return Optional.of(
        new ConditionSet(JsonArray.copyOf(all), any, !sensitive, strict ? "strict" : "convert"));
  }

  private static Optional<JsonObject> one(JsonObject given, boolean truth) {
    String type = text(ForeignNode.value(given, "operator.type"), "string");
    String operation = text(ForeignNode.value(given, "operator.operation"), "equals");
    String operator = SAME.contains(operation) ? operation : OPERATORS.get(operation);
    if (operator == null) {
      return Optional.empty();
    }
    Object left = given.get("leftValue");
    JsonObject condition = JsonObject.of("left", left == null ? "" : left, "is", operator);
    if (!ALONE.contains(operator)) {
      Object right = given.get("rightValue");
      condition = condition.with("right", right == null ? "" : right);
    }
    return switch (type) {
      case "boolean" -> Optional.of(condition.with("as", truth ? "truth" : "boolean"));
      case "string", "number", "dateTime", "array", "object" ->
          Optional.of(condition.with("as", type));
      case "any" -> Optional.of(condition);
      default -> Optional.empty();
    };
  }

  private static String text(@Nullable Object value, String otherwise) {
    return value instanceof String text ? text : otherwise;
  }

  /** Our conditions as n8n's block. */
  static JsonObject write(JsonObject own, JsonObject policy, Findings findings) {
    String types = text(policy.get("types"), "convert");
    if (types.equals("script")) {
      findings.approximated(
          "conditions", "values compare after conversion there, not by JavaScript's operators");
    }
    if ("error".equals(policy.get("missing"))) {
      findings.leftOut("conditions", "a missing left value is no error there");
    }
    List<JsonObject> all = new ArrayList<>();
    for (JsonObject condition : ForeignNode.objects(own.get("conditions"))) {
      all.add(written(condition, all.size(), findings));
    }
    return JsonObject.empty()
        .with(
            "options",
            JsonObject.empty()
                .with("caseSensitive", !Boolean.TRUE.equals(policy.get("ignoreCase")))
                .with("leftValue", "")
                .with("typeValidation", types.equals("strict") ? "strict" : "loose")
                .with("version", 2))
        .with("conditions", JsonArray.copyOf(all))
        .with("combinator", "any".equals(own.get("match")) ? "or" : "and");
  }

  private static JsonObject written(JsonObject condition, int index, Findings findings) {
    String is = text(condition.get("is"), "equals");
    boolean alone = ALONE.contains(is);
    String as = text(condition.get("as"), "");
    String type = as.isEmpty() ? likely(is, condition.get("right")) : as;
    if (as.isEmpty()) {
      findings.approximated(
          "conditions.conditions[" + index + "]",
          "it compares as " + type + " there, since each condition there has a type");
    } else if (as.equals("truth")) {
      type = "boolean";
      findings.approximated(
          "conditions.conditions[" + index + "]", "it takes only true and false there");
    }
    JsonObject operator =
        JsonObject.of("type", type, "operation", THEIRS.getOrDefault(is, "equals"));
    return JsonObject.empty()
        .with("id", "condition-" + (index + 1))
        .with("leftValue", condition.get("left"))
        .with("rightValue", alone ? "" : condition.get("right"))
        .with("operator", alone ? operator.with("singleValue", true) : operator);
  }

  /** As what a condition most likely compares that does not say. */
  private static String likely(String is, @Nullable Object right) {
    return switch (is) {
      case "greaterThan", "greaterOrEqual", "lessThan", "lessOrEqual" -> "number";
      case "before", "after", "notBefore", "notAfter" -> "dateTime";
      case "true", "false" -> "boolean";
      default ->
          is.startsWith("length")
              ? "array"
              : switch (right) {
                case Number number -> "number";
                case Boolean flag -> "boolean";
                case JsonArray list -> "array";
                case JsonObject object -> "object";
                case null, default -> "string";
              };
    };
  }
}
