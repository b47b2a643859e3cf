package io.concertmaster.conformance;

import io.concertmaster.conformance.Verdict.Outcome;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Judges expressions by their recorded values and types, or by their failing. A value that depends
 * on the clock or on chance is judged by its type.
 */
final class ExpressionJudge {
  private final UnaryOperator<JsonObject> evaluator;

  /** A judge of an evaluator of lines {@code {expression, …}}. */
  ExpressionJudge(UnaryOperator<JsonObject> evaluator) {
    this.evaluator = evaluator;
  }

  Verdict judge(JsonObject one) {
    JsonObject answer = evaluator.apply(one);
    Optional<String> difference = difference(one, answer);
    return new Verdict(
        "expressions",
        String.valueOf(Path.of(String.valueOf(one.get("file"))).getFileName())
            .replace(".test.ts", ""),
        String.valueOf(one.get("expression")).strip().replaceAll("\\s+", " "),
        difference.isEmpty() ? Outcome.PASS : Outcome.FAIL,
        false,
        difference.stream().toList());
  }

  private static Optional<String> difference(JsonObject one, JsonObject answer) {
    if (one.containsKey("error")) {
      return answer.containsKey("error")
          ? Optional.empty()
          : Optional.of("gave " + answer + ", expected the error " + one.get("error"));
    }
    if (answer.containsKey("error")) {
      return Optional.of("failed: " + answer.get("error") + "; expected " + one.get("expected"));
    }
    Object expected = one.get("expected");
    String type = type(expected);
    if (!type.equals(answer.get("type"))) {
      return Optional.of("is of type " + answer.get("type") + ", expected " + expected);
    }
    boolean byType = Boolean.TRUE.equals(one.get("volatile")) || type.equals("undefined");
    return byType ? Optional.empty() : Difference.of("value", expected, answer.get("value"));
  }

  private static String type(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case JsonObject marker when marker.get("$type") instanceof String name -> name;
      case Boolean flag -> "boolean";
      case Number number -> "number";
      case String text -> "string";
      case JsonArray list -> "array";
      default -> "object";
    };
  }

  /** The verdicts on a list of recordings. */
  List<Verdict> all(@Nullable Object recordings) {
    return recordings instanceof JsonArray list
        ? list.stream()
            .filter(JsonObject.class::isInstance)
            .map(each -> judge((JsonObject) each))
            .toList()
        : List.of();
  }
}
