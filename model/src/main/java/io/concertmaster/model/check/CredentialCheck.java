package io.concertmaster.model.check;

import io.concertmaster.model.ForeignBlock;
import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.expression.Expression;
import io.concertmaster.node.CredentialSlot;
import io.concertmaster.node.NodeDescriptor;
import java.util.Map;
import java.util.Optional;

/**
 * Checks the credentials that a node names. That a name is not known here is a warning: the same
 * file may be right on another machine, and the step that needs it fails before its effect.
 */
final class CredentialCheck {
  private final Report report;
  private final Optional<Map<String, String>> known;

  /**
   * A check.
   *
   * @param known types of the credentials that are here, by name; empty where nobody knows
   */
  CredentialCheck(Report report, Optional<Map<String, String>> known) {
    this.report = report;
    this.known = known;
  }

  void node(String id, NodeDefinition node, NodeDescriptor descriptor) {
    for (CredentialSlot slot : descriptor.credentials()) {
      if (slot.applies(node.parameters(), descriptor.properties())) {
        slot(id, node, descriptor, slot);
      }
    }
  }

  private void slot(
      String id, NodeDefinition node, NodeDescriptor descriptor, CredentialSlot slot) {
    String name = node.credentials().getOrDefault(slot.name(), "");
    if (name.isBlank()) {
      if (slot.required() && !mayNotApply(slot, node)) {
        // What came from elsewhere, or waits for callers, runs as far as it comes without.
        boolean lenient = ForeignBlock.isKept(node.unknown()) || descriptor.isTrigger();
        report.add(
            lenient ? Severity.WARNING : Severity.ERROR,
            Code.MISSING_CREDENTIAL,
            Optional.of(id),
            slot.place(),
            Texts.quoted(slot.label()) + " names none: choose one");
      }
      return;
    }
    if (known.isEmpty()) {
      return;
    }
    String type = known.get().get(name);
    if (type == null) {
      report.warning(
          Code.UNKNOWN_CREDENTIAL,
          id,
          slot.place(),
          "there is no credential " + Texts.quoted(name) + " here: set it, or choose another one");
      return;
    }
    slot.complaint(type)
        .ifPresent(complaint ->
            report.warning(
                Code.WRONG_CREDENTIAL,
                id,
                slot.place(),
                "the credential " + Texts.quoted(name) + " " + complaint));
  }

  /** Whether it depends on a value that nobody knows before the run. */
  private static boolean mayNotApply(CredentialSlot slot, NodeDefinition node) {
    return slot.visible()
        .map(condition -> node.parameters().get(condition.property()))
        .filter(Expression::isExpression)
        .isPresent();
  }
}
