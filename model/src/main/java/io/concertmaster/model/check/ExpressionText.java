package io.concertmaster.model.check;

import io.concertmaster.model.mention.Mention;
import io.concertmaster.model.mention.Mentions;
import java.util.Optional;
import java.util.Set;

/**
 * Checks expressions: whether they can be evaluated at all, and whether the nodes are there of
 * which they speak.
 *
 * <p>On a node that came from another program this is a warning: there such a workflow runs up to
 * the node, which may lie on a way that no item takes, or may go on in spite of its error. On a
 * node that was made here it is an error, told before anything is sent or written.
 */
final class ExpressionText {
  private final ExpressionCheck expressions;
  private final Set<String> names;
  private final Set<String> foreign;
  private final Report report;

  /**
   * @param names of the workflow's nodes
   * @param foreign ids of the nodes that came from another program
   */
  ExpressionText(
      ExpressionCheck expressions, Set<String> names, Set<String> foreign, Report report) {
    this.expressions = expressions;
    this.names = names;
    this.foreign = foreign;
    this.report = report;
  }

  void check(String nodeId, String parameter, String path) {
    expressions
        .complaint(parameter)
        .ifPresent(complaint -> add(Code.BAD_EXPRESSION, nodeId, path, complaint));
    for (Mention mention : Mentions.in(parameter)) {
      if (!names.contains(mention.name())) {
        add(
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

  private void add(Code code, String nodeId, String path, String message) {
    Severity severity = foreign.contains(nodeId) ? Severity.WARNING : Severity.ERROR;
    report.add(severity, code, Optional.of(nodeId), path, message);
  }
}
