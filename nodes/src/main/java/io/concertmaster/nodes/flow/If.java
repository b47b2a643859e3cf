package io.concertmaster.nodes.flow;

import io.concertmaster.node.Family;
import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Port;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.nodes.condition.Conditions;

/** Sends items one of two ways. */
public final class If implements NodeType {
  private static final int TRUE = 0;
  private static final int FALSE = 1;

  private static final NodeDescriptor DESCRIPTOR =
      NodeDescriptor.of("flow.if", "If")
          .summary("Sends items one of two ways")
          .family(Family.FLOW)
          .icon("mdoal-call_split")
          .outputs(new Port("true", "True"), new Port("false", "False"))
          .keywords("condition", "branch", "decision", "gateway", "filter", "else", "compare")
          .property(Conditions.CONDITIONS)
          .property(Conditions.MATCH)
          .property(Conditions.IGNORE_CASE)
          .property(Conditions.MISSING)
          .property(Conditions.TYPES)
          .documentation(
              """
              Looks at one item after the other: those that meet the conditions leave by **True**,
              the others by **False**. One list can so go both ways. For more than two ways use
              **Switch**, and where the others are not needed, **Filter**.

              In a file:

              ```json
              "conditions": [
                { "left": "={{ $json.total }}", "is": "greaterThan", "right": 10000 }
              ]
              ```

              """
                  + Conditions.RULES)
          .build();

  @Override
  public NodeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public String caption(JsonObject parameters) {
    return Conditions.caption(parameters.get(Conditions.CONDITIONS.name()));
  }

  @Override
  public NodeResult run(NodeContext context) throws NodeException, InterruptedException {
    Conditions.judge(
        context,
        (item, position, met) ->
            context.output(met ? TRUE : FALSE).add(item.pairedTo(position, 0)));
    return NodeResult.done();
  }
}
