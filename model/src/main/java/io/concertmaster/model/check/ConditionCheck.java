package io.concertmaster.model.check;

import io.concertmaster.node.ComparedAs;
import io.concertmaster.node.Operator;
import io.concertmaster.node.Property;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks a list of conditions {@code {left, is, right, as?}}. */
final class ConditionCheck {
  private static final List<String> KEYS = List.of("left", "is", "right", "as");

  private final String nodeId;
  private final Report report;
  private final ExpressionText expressions;

  ConditionCheck(String nodeId, Report report, ExpressionText expressions) {
    this.nodeId = nodeId;
    this.report = report;
    this.expressions = expressions;
  }

  void list(Property property, Object value, String path) {
    if (!(value instanceof JsonArray list)) {
      wrong(path, Texts.quoted(property.label()) + " must be a list of conditions, not", value);
      return;
    }
    for (int i = 0; i < list.size(); i++) {
      String at = path + "[" + i + "]";
      if (list.get(i) instanceof JsonObject condition) {
        condition(condition, at);
      } else {
        wrong(at, "a condition must be an object such as {left, is, right}, not", list.get(i));
      }
    }
  }

  private void condition(JsonObject condition, String path) {
    condition.forEach((name, value) -> {
      if (!KEYS.contains(name)) {
        report.error(
            Code.UNKNOWN_PARAMETER,
            nodeId,
            path + "." + name,
            "a condition has no " + Texts.quoted(name) + ": use left, is and right");
      } else if (value instanceof String text && text.startsWith("=")) {
        expressions.check(nodeId, text, path + "." + name);
      }
    });
    if (condition.get("left") == null) {
      missing(path + ".left", "the condition has no left value: set what is looked at");
    }
    as(condition.get("as"), path + ".as");
    Object is = condition.get("is");
    if (is == null) {
      missing(path + ".is", "the condition has no operator: choose one");
    } else if (!(is instanceof String text && text.startsWith("="))) {
      operator(condition, is, path);
    }
  }

  private void as(@Nullable Object as, String path) {
    boolean known = as == null || (as instanceof String id && ComparedAs.ofId(id).isPresent());
    if (!known) {
      List<String> ids = Arrays.stream(ComparedAs.values()).map(ComparedAs::id).toList();
      wrong(path, "there is no type", as, ": use one of " + Texts.list(ids));
    }
  }

  private void operator(JsonObject condition, Object is, String path) {
    Optional<Operator> operator = is instanceof String id ? Operator.ofId(id) : Optional.empty();
    if (operator.isEmpty()) {
      List<String> ids = Arrays.stream(Operator.values()).map(Operator::id).toList();
      String near =
          is instanceof String id && Suggestion.closest(id, ids).isPresent()
              ? Suggestion.of(id, ids)
              : ": use one of " + ids.stream().map(Texts::quoted).collect(Collectors.joining(", "));
      wrong(path + ".is", "there is no operator", is, near);
    } else if (operator.get().takesRight() && condition.get("right") == null) {
      missing(
          path + ".right",
          "“" + operator.get().label() + "” needs a value to compare with: set it");
    }
  }

  private void missing(String path, String message) {
    report.error(Code.MISSING_VALUE, nodeId, path, message);
  }

  private void wrong(String path, String message, @Nullable Object value) {
    wrong(path, message, value, "");
  }

  private void wrong(String path, String message, @Nullable Object value, String advice) {
    report.error(Code.WRONG_VALUE, nodeId, path, message + " " + Texts.kind(value) + advice);
  }
}
