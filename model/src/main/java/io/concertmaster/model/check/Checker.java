package io.concertmaster.model.check;

import io.concertmaster.model.ForeignBlock;
import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.Workflow;
import io.concertmaster.node.NodeCatalog;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeType;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells what is wrong with a workflow. One list for everybody: the badges on the canvas, the
 * problem list, the command line and the server's deploy. Checking runs, resolves, contacts, loads
 * and writes nothing; it can be called on any thread and any number at a time.
 */
public final class Checker {
  private final NodeCatalog catalog;
  private final ExpressionCheck expressions;

  /** A checker with the node types of a catalogue, and the expressions that this program runs. */
  public Checker(NodeCatalog catalog) {
    this(catalog, new CompiledExpressions());
  }

  /** A checker with another judge of expressions. */
  public Checker(NodeCatalog catalog, ExpressionCheck expressions) {
    this.catalog = catalog;
    this.expressions = expressions;
  }

  /**
   * What is wrong, in the order of the file: node by node, and what is about the whole at the end.
   */
  public List<Problem> check(Workflow workflow) {
    return check(workflow, Optional.empty());
  }

  /**
   * What is wrong where these credentials are.
   *
   * @param credentials types by name; empty where nobody knows which there are
   */
  public List<Problem> check(Workflow workflow, Optional<Map<String, String>> credentials) {
    Report report = new Report();
    Graph graph = new Graph(workflow, catalog);
    Map<String, String> names = new HashMap<>();
    workflow.nodes().forEach((id, node) -> names.putIfAbsent(node.name(), id));
    ExpressionText texts =
        new ExpressionText(expressions, Set.copyOf(names.keySet()), foreign(workflow), report);
    Set<String> seen = new HashSet<>();
    workflow
        .nodes()
        .forEach((id, node) -> {
          name(id, node, graph, seen, report);
          Optional<NodeType> type = graph.type(id);
          if (type.isEmpty()) {
            unknownType(id, node, report);
          } else if (graph.isStandIn(id)) {
            standIn(id, node, type.get(), graph, report);
          } else if (!node.disabled()) {
            NodeDescriptor descriptor = type.get().descriptor();
            new ParameterCheck(id, report, texts, !descriptor.credentials().isEmpty())
                .settings(descriptor.properties(), node.parameters(), "");
            new CredentialCheck(report, credentials).node(id, node, descriptor);
            listening(id, node, type.get(), workflow, report);
          }
        });
    new ConnectionCheck(graph, report).check();
    new LoopCheck(graph, report).check();
    new ReachCheck(graph, report).check();
    return report.sorted(workflow.nodes().keySet());
  }

  /** What a trigger listens to; that of a file that cannot keeps nobody from running it by hand. */
  private static void listening(
      String id, NodeDefinition node, NodeType type, Workflow workflow, Report report) {
    try {
      ZoneId zone = workflow.settings().timezone().orElse(ZoneOffset.UTC);
      type.listening(node.parameters(), zone, Instant.EPOCH);
    } catch (NodeException e) {
      report.warning(Code.CANNOT_LISTEN, id, e.property(), e.getMessage());
    }
  }

  private static Set<String> foreign(Workflow workflow) {
    Set<String> foreign = new HashSet<>();
    workflow
        .nodes()
        .forEach((id, node) -> {
          if (ForeignBlock.isKept(node.unknown())) {
            foreign.add(id);
          }
        });
    return foreign;
  }

  private static void name(
      String id, NodeDefinition node, Graph graph, Set<String> seen, Report report) {
    if (graph.isNote(id)) {
      return;
    }
    if (node.name().isBlank()) {
      report.error(Code.EMPTY_NAME, id, "", "the node has no name: give it one");
    } else if (!seen.add(node.name())) {
      report.error(
          Code.DUPLICATE_NAME,
          id,
          "",
          "another node is named "
              + Texts.quoted(node.name())
              + " too, so expressions cannot tell them apart: rename one of them");
    }
  }

  /** What only serves others never runs, and what is pinned or disabled need not. */
  private static void standIn(
      String id, NodeDefinition node, NodeType type, Graph graph, Report report) {
    if (!node.disabled() && node.pinned().isEmpty() && graph.carriesItems(id)) {
      report.warning(
          Code.UNAVAILABLE,
          id,
          "",
          Texts.quoted(type.caption(node.parameters()))
              + " is not available here: pin data on it, disable it or replace it");
    }
  }

  private void unknownType(String id, NodeDefinition node, Report report) {
    Severity severity = node.disabled() ? Severity.WARNING : Severity.ERROR;
    Optional<NodeType> newest = catalog.newest(node.type());
    if (newest.isPresent()) {
      report.add(
          severity,
          Code.UNKNOWN_VERSION,
          Optional.of(id),
          "",
          "version "
              + node.version()
              + " of the node type "
              + Texts.quoted(node.type())
              + " is not known here, the newest is "
              + newest.get().descriptor().version()
              + ": update ConcertMaster, or choose a version that is known");
      return;
    }
    List<String> known =
        catalog.offered().stream().map(type -> type.descriptor().type()).distinct().toList();
    report.add(
        severity,
        Code.UNKNOWN_TYPE,
        Optional.of(id),
        "",
        "the node type "
            + Texts.quoted(node.type())
            + " is not known here"
            + Suggestion.closest(node.type(), known)
                .map(near -> ": did you mean " + Texts.quoted(near) + "?")
                .orElse(": update ConcertMaster, or replace the node"));
  }
}
