package io.concertmaster.model.expression;

import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates expressions that come with their data as JSON, one a line: the command {@code
 * concertmaster eval}, and tests against other evaluators.
 *
 * <p>A line is {@code {expression, input, …}}. {@code expression} is a parameter: a string that is
 * an expression when it begins with {@code =}, or a list or object whose strings are resolved one
 * by one. {@code input} is the current item's record, an item {@code {json, binary}}, or a list of
 * either. Optional are {@code itemIndex} (0), {@code runIndex} (0), {@code nodes} ({@code {<name>:
 * <items>}}), {@code runData} (as n8n writes it), {@code workflow}, {@code execution}, {@code env},
 * {@code vars}, {@code parameters}, {@code rawParameters}, {@code prevNode}, {@code node} (its id,
 * version and webhookId), {@code nodeContext}, {@code contexts} (by node), {@code staticData} (by
 * kind), {@code additionalKeys} (objects), {@code inputs} (a list of items for each input), {@code
 * now} (ISO 8601) and {@code timezone}. The same fields may lie in a field {@code context}.
 *
 * <p>The answer is {@code {value, type}}, where the type is {@code undefined}, {@code null}, {@code
 * boolean}, {@code number}, {@code string}, {@code array} or {@code object}. What JSON has no value
 * for reads {@code {"$type": "number", "value": "NaN"}} ({@code Infinity}, {@code -Infinity} too);
 * so does what a node would get as text: {@code {"$type": "DateTime", "iso", "zone", "valid"}},
 * {@code Date}, {@code Duration}, {@code Interval}, {@code Error}, {@code bigint}. The type is then
 * that of the marker. A failure is {@code {error, kind, start, end}}.
 */
public final class EvalLine {
  private EvalLine() {}

  /** Evaluates one line by the first tier alone. */
  public static JsonObject evaluate(JsonObject line) {
    return evaluate(line, ExpressionEvaluator.firstTier());
  }

  /** Evaluates one line. */
  public static JsonObject evaluate(JsonObject line, ExpressionEvaluator evaluator) {
    if (!line.containsKey("expression")) {
      return error("SYNTAX", "the line has no field 'expression'", 0, 0);
    }
    try {
      LineParameter parameter = new LineParameter(evaluator);
      Object value = parameter.resolve(line.get("expression"), LineScope.of(line));
      String kind = parameter.kind();
      boolean block = line.get("expression") instanceof String;
      return JsonObject.of(
          "value", shown(value), "type", block && kind != null ? kind : type(value));
    } catch (ExpressionException e) {
      return error(e.kind().name(), e.getMessage(), e.start(), e.end());
    } catch (IllegalArgumentException e) {
      return error("SYNTAX", "the line's context cannot be read: " + e.getMessage(), 0, 0);
    }
  }

  /**
   * What the expression of a line sees.
   *
   * @throws IllegalArgumentException where the fields cannot be read
   */
  public static Scope scope(JsonObject line) {
    return LineScope.of(line);
  }

  private static JsonObject error(String kind, String message, int start, int end) {
    return JsonObject.of("error", message, "kind", kind).with("start", start).with("end", end);
  }

  private static String type(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case Undefined u -> "undefined";
      case Boolean b -> "boolean";
      case Number n -> "number";
      case String s -> "string";
      case JsonArray a -> "array";
      default -> "object";
    };
  }

  private static @Nullable Object shown(@Nullable Object value) {
    return switch (value) {
      case Undefined u -> null;
      case Double d when !Double.isFinite(d) ->
          JsonObject.of(
              "$type", "number", "value", d.isNaN() ? "NaN" : d > 0 ? "Infinity" : "-Infinity");
      case JsonArray array -> JsonArray.of(array.stream().map(EvalLine::shown).toArray());
      case JsonObject object -> {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        object.forEach((name, field) -> fields.put(name, shown(field)));
        yield JsonObject.copyOf(fields);
      }
      case null, default -> value;
    };
  }
}
