package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.Port;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * {@code if} and {@code filter}: version 1 with lists of conditions by type, from 2 on with typed
 * conditions.
 *
 * @param ours our node type
 * @param theirs n8n's
 * @param combining version 1's setting that says whether all conditions must be met
 * @param any its value where one is enough
 * @param outputs ids of our outputs
 */
record ConditionsMapping(
    String ours, String theirs, String combining, String any, List<String> outputs)
    implements NodeMapping {
  static NodeMapping ofIf() {
    return new ConditionsMapping(
        "flow.if", "n8n-nodes-base.if", "combineOperation", "any", List.of("true", "false"));
  }

  static NodeMapping ofFilter() {
    return new ConditionsMapping(
        "data.filter", "n8n-nodes-base.filter", "combineConditions", "OR", List.of(Port.MAIN));
  }

  @Override
  public List<String> types() {
    return List.of(theirs);
  }

  @Override
  public Optional<Mapped> read(ForeignNode node, Findings findings) {
    Fixed.tell(
        node,
        findings,
        combining,
        "options.ignoreCase",
        "options.looseTypeValidation",
        "looseTypeValidation");
    Optional<ConditionSet> conditions =
        node.version() < 2
            ? EarlyConditions.of(node.object("conditions"), node.text(combining, "").equals(any))
            : NodeConditions.read(node);
    if (conditions.isEmpty()) {
      findings.leftOut("conditions", NodeConditions.UNKNOWN);
    }
    return conditions.map(set -> Mapped.of(ours, set.settings()).withOutputs(outputs));
  }

  @Override
  public Optional<Written> write(String type, JsonObject parameters, Findings findings) {
    return type.equals(ours)
        ? Optional.of(
            new Written(
                theirs,
                2.2,
                NodeConditions.write(parameters, findings),
                List.of(Port.MAIN),
                outputs))
        : Optional.empty();
  }
}
