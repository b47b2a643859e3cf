package io.concertmaster.n8n.read;

import io.concertmaster.model.expression.ExpressionEvaluator;
import io.concertmaster.model.expression.ExpressionException;
import io.concertmaster.n8n.report.Finding;
import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import org.jspecify.annotations.Nullable;

/** Tells of expressions that cannot be evaluated here, whatever the data. */
public final class ExpressionFindings {
  private static final String NO_EXPRESSION = "the expression cannot be evaluated here: ";

  private ExpressionFindings() {}

  /** Whether a finding tells of such an expression: the check of a workflow tells of it too. */
  public static boolean isOne(Finding finding) {
    return finding.message().startsWith(NO_EXPRESSION);
  }

  static void tell(JsonObject parameters, Findings findings) {
    parameters.forEach((name, value) -> walk(name, value, findings));
  }

  private static void walk(String path, @Nullable Object value, Findings findings) {
    switch (value) {
      case String text when text.startsWith("=") -> expression(path, text, findings);
      case JsonObject object ->
          object.forEach((name, each) -> walk(path + "." + name, each, findings));
      case JsonArray list -> {
        for (int i = 0; i < list.size(); i++) {
          walk(path + "[" + i + "]", list.get(i), findings);
        }
      }
      case null, default -> {}
    }
  }

  private static void expression(String path, String text, Findings findings) {
    try {
      ExpressionEvaluator.check(text);
    } catch (ExpressionException e) {
      findings.approximated(path, NO_EXPRESSION + e.getMessage());
    }
  }
}
