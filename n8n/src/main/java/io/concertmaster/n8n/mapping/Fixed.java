package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.report.Findings;

/** Settings that say what a node is, and so cannot differ from item to item here. */
final class Fixed {
  private Fixed() {}

  /** Tells those at these paths that are made by an expression: their default counts instead. */
  static void tell(ForeignNode node, Findings findings, String... paths) {
    for (String path : paths) {
      if (ForeignNode.isExpression(node.value(path))) {
        findings.approximated(
            path, "this choice is made by an expression; its default is taken: set it anew");
      }
    }
  }
}
