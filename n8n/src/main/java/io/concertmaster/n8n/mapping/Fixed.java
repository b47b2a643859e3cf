package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.report.Findings;

/** Settings that say what a node is, and so cannot differ from item to item here. */
final class Fixed {
  private Fixed() {}

  /**
   * Tells of texts at these paths that are made by an expression where nothing can be computed yet,
   * because there is no item: they are kept for the file, and have to be written anew.
   */
  static void tellTexts(ForeignNode node, Findings findings, String... paths) {
    for (String path : paths) {
      if (ForeignNode.isExpression(node.value(path))) {
        findings.leftOut(path, "there is no item yet of which it could be made: write it itself");
      }
    }
  }

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
