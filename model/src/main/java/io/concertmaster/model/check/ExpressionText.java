package io.concertmaster.model.check;

import io.concertmaster.model.mention.Mention;
import io.concertmaster.model.mention.Mentions;
import java.util.Set;

/**
 * Checks expressions: whether they can be evaluated at all, and whether the nodes are there of
 * which they speak.
 */
final class ExpressionText {
  private final ExpressionCheck expressions;
  private final Set<String> names;
  private final Report report;

  ExpressionText(ExpressionCheck expressions, Set<String> names, Report report) {
    this.expressions = expressions;
    this.names = names;
    this.report = report;
  }

  void check(String nodeId, String parameter, String path) {
    expressions
        .complaint(parameter)
        .ifPresent(complaint -> report.error(Code.BAD_EXPRESSION, nodeId, path, complaint));
    for (Mention mention : Mentions.in(parameter)) {
      if (!names.contains(mention.name())) {
        report.error(
            Code.UNKNOWN_NAME,
            nodeId,
            path,
            "there is no node named "
                + Texts.quoted(mention.name())
                + (Suggestion.closest(mention.name(), names).isPresent()
                    ? Suggestion.of(mention.name(), names)
                    : ": write the name of a node of this workflow"));
      }
    }
  }
}
