package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.Port;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Optional;

/** {@code filter}: version 1 with lists of conditions by type, from 2 on with typed conditions. */
final class FilterMapping implements NodeMapping {
  private static final String OURS = "data.filter";
  private static final String THEIRS = "n8n-nodes-base.filter";

  @Override
  public List<String> types() {
    return List.of(THEIRS);
  }

  @Override
  public Optional<Mapped> read(ForeignNode node, Findings findings) {
    Fixed.tell(
        node,
        findings,
        "combineConditions",
        "options.ignoreCase",
        "options.looseTypeValidation",
        "looseTypeValidation");
    Optional<ConditionSet> conditions =
        node.version() < 2
            ? EarlyConditions.of(
                node.object("conditions"), node.text("combineConditions", "AND").equals("OR"))
            : NodeConditions.read(node);
    if (conditions.isEmpty()) {
      findings.leftOut("conditions", NodeConditions.UNKNOWN);
    }
    return conditions.map(set -> Mapped.of(OURS, set.settings()));
  }

  @Override
  public Optional<Written> write(String type, JsonObject parameters, Findings findings) {
    return type.equals(OURS)
        ? Optional.of(
            new Written(
                THEIRS,
                2.2,
                NodeConditions.write(parameters, findings),
                List.of(Port.MAIN),
                List.of(Port.MAIN)))
        : Optional.empty();
  }
}
