package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.mapping.NodeMapping.Written;
import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Optional;

/** The operations of {@code removeDuplicates} that look back at former runs. */
final class SeenItems {
  static final String OURS = "data.newItems";
  private static final String NEW = "new";
  private static final String SEEN = "seen";

  private SeenItems() {}

  static Optional<Mapped> read(String operation, ForeignNode node, Findings findings) {
    Options options = new Options(node, findings);
    Settings ours = new Settings();
    boolean workflow = options.choice("options.scope", "node").equals("workflow");
    switch (operation) {
      case "removeItemsSeenInPreviousExecutions" -> {
        String logic = options.choice("logic", "removeItemsWithAlreadySeenKeyValues");
        switch (logic) {
          case "removeItemsUpToStoredIncrementalKey" ->
              ours.put("by", "number").put("value", node.value("incrementalDedupeValue"));
          case "removeItemsUpToStoredDate" ->
              ours.put("by", "date").put("value", node.value("dateDedupeValue"));
          default ->
              ours.put("value", node.value("dedupeValue"))
                  .put("most", node.value("options.historySize"), 10_000L);
        }
      }
      case "clearDeduplicationHistory" -> ours.put("operation", "forget");
      default -> {
        findings.leftOut("operation", "“" + operation + "” is no operation known here");
        return Optional.empty();
      }
    }
    findings.approximated(
        "operation",
        "what n8n remembers stays there: the first run here takes all items as new; runs that are"
            + " started by hand leave nothing behind");
    boolean forget = operation.equals("clearDeduplicationHistory");
    return Optional.of(
        Mapped.of(OURS, ours.put("scope", workflow ? "workflow" : "node", "node").build())
            .withOutputs(forget ? List.of(NEW) : List.of(NEW, SEEN)));
  }

  static Written write(String theirs, JsonObject parameters) {
    ForeignNode ours = new ForeignNode(JsonObject.of("parameters", parameters));
    Settings options = new Settings().put("scope", ours.text("scope", "node"), "node");
    if (ours.text("operation", "check").equals("forget")) {
      return new Written(
          theirs,
          2,
          JsonObject.of("operation", "clearDeduplicationHistory")
              .with("mode", "cleanDatabase")
              .with("options", options.build()),
          List.of("main"),
          List.of(NEW));
    }
    Settings settings = new Settings().put("operation", "removeItemsSeenInPreviousExecutions");
    switch (ours.text("by", "value")) {
      case "number" ->
          settings
              .put("logic", "removeItemsUpToStoredIncrementalKey")
              .put("incrementalDedupeValue", ours.value("value"));
      case "date" ->
          settings
              .put("logic", "removeItemsUpToStoredDate")
              .put("dateDedupeValue", ours.value("value"));
      default -> {
        settings.put("dedupeValue", ours.value("value"));
        options.put("historySize", ours.value("most"), 10_000L);
      }
    }
    return new Written(
        theirs,
        2,
        settings.build().with("options", options.build()),
        List.of("main"),
        List.of(NEW, SEEN));
  }
}
