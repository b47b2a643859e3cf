package io.concertmaster.n8n.read;

import io.concertmaster.n8n.mapping.ForeignNode;
import io.concertmaster.n8n.mapping.Mapped;
import io.concertmaster.n8n.mapping.Mappings;
import io.concertmaster.n8n.mapping.NodeMapping;
import io.concertmaster.n8n.report.Findings;
import java.util.Map;
import java.util.Optional;

/** Chooses what a node becomes: what its mapping says, else a placeholder. */
public final class NodeMapper {
  private final Mappings mappings;

  /** With these mappings. */
  public NodeMapper(Mappings mappings) {
    this.mappings = mappings;
  }

  /** What a node of a file becomes. */
  Mapped map(ForeignNode node, Links links, Findings findings) {
    Optional<Mapped> mapped = mapped(node, findings);
    if (mapped.isPresent()) {
      findings.mapped("type", node.type() + " is " + mapped.get().type());
      ExpressionFindings.tell(node.parameters(), findings);
      return mapped.get();
    }
    findings.approximated(
        "type",
        (node.type().isEmpty()
                ? "the node has no type"
                : "“" + node.type() + "” is not available here")
            + " and cannot run: pin data on it, disable it or replace it");
    return Placeholder.of(node, links);
  }

  /** What a node's mapping makes of it; empty where there is none for it. */
  public Optional<Mapped> mapped(ForeignNode node, Findings findings) {
    Optional<NodeMapping> mapping = mappings.of(node.type());
    try {
      return mapping.flatMap(each -> each.read(node, findings));
    } catch (RuntimeException e) {
      // Files hold anything, and one odd setting must not keep the others from opening.
      findings.approximated("parameters", NOT_UNDERSTOOD + e);
      return Optional.empty();
    }
  }

  /** A node whose expressions have other names for nodes. */
  public static ForeignNode speaking(ForeignNode node, Map<String, String> names) {
    return NamedNodes.speaking(node, names);
  }

  /** How the finding begins on a node whose mapping failed. */
  static final String NOT_UNDERSTOOD = "the settings have a form that is not understood: ";
}
