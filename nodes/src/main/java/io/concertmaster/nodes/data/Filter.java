package io.concertmaster.nodes.data;

import io.concertmaster.node.Family;
import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.nodes.condition.Conditions;

/** Keeps the items that meet conditions. */
public final class Filter implements NodeType {
  private static final NodeDescriptor DESCRIPTOR =
      NodeDescriptor.of("data.filter", "Filter")
          .summary("Keeps the items that meet conditions")
          .family(Family.DATA)
          .icon("mdoal-filter_alt")
          .keywords("where", "keep", "drop", "condition", "select", "only")
          .property(Conditions.CONDITIONS)
          .property(Conditions.MATCH)
          .property(Conditions.IGNORE_CASE)
          .property(Conditions.MISSING)
          .property(Conditions.TYPES)
          .documentation(
              """
              Looks at one item after the other and sends on those that meet the conditions. The
              others are dropped; where they have somewhere to go too, use **If**.

              To keep orders above 10,000 from Berlin, add two conditions and let the node be met
              when *all conditions are met*:

              | left | is | right |
              | --- | --- | --- |
              | `{{ $json.total }}` | is greater than | `10000` |
              | `{{ $json.city }}` | is equal to | `Berlin` |

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
        (item, position, met) -> {
          if (met) {
            context.output().add(item.pairedTo(position, 0));
          }
        });
    return NodeResult.done();
  }
}
