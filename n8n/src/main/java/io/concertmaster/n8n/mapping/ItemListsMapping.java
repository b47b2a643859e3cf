package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * {@code itemLists}: six nodes in one, by its operation. Each became a node of its own in n8n
 * later, with the same settings.
 */
final class ItemListsMapping implements NodeMapping {
  @Override
  public List<String> types() {
    return List.of("n8n-nodes-base.itemLists");
  }

  @Override
  public Optional<Mapped> read(ForeignNode node, Findings findings) {
    String operation = new Options(node, findings).choice("operation", "splitOutItems");
    return switch (operation) {
      case "splitOutItems" -> mapped(SplitOutMapping.OURS, split(node, findings));
      case "aggregateItems", "concatenateItems" ->
          mapped(AggregateMapping.OURS, AggregateMapping.settings(node, findings));
      case "limit" -> mapped(LimitMapping.OURS, LimitMapping.settings(node, findings));
      case "removeDuplicates" ->
          mapped(RemoveDuplicatesMapping.OURS, RemoveDuplicatesMapping.settings(node, findings));
      case "sort" -> Optional.of(SortMapping.mapped(node, findings));
      case "summarize" -> mapped(SummarizeMapping.OURS, summarize(node, findings));
      default -> {
        findings.leftOut("operation", "“" + operation + "” is no operation of Item Lists");
        yield Optional.empty();
      }
    };
  }

  private static Optional<Mapped> mapped(String type, JsonObject settings) {
    return Optional.of(Mapped.of(type, settings));
  }

  /** Version 1 splits lists only, 2 and 2.1 objects too, later ones anything. */
  private static JsonObject split(ForeignNode node, Findings findings) {
    double version = node.version();
    String noList = version < 2 ? "error" : version < 2.2 ? "objects" : "values";
    return SplitOutMapping.settings(node, findings, noList, version < 2.1);
  }

  /** Before version 2.1 a field that no item has was always an error. */
  private static JsonObject summarize(ForeignNode node, Findings findings) {
    boolean mustExist =
        node.version() < 2.1
            || !new Options(node, findings).flag("options.continueIfFieldNotFound", false);
    return SummarizeMapping.settings(node, findings, "names", mustExist);
  }
}
