package io.concertmaster.nodes.flow;

import io.concertmaster.node.EachItem;
import io.concertmaster.node.Family;
import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;

/** Sends items on as they are. */
public final class NoOperation implements NodeType {
  private static final NodeDescriptor DESCRIPTOR =
      NodeDescriptor.of("flow.noOp", "No operation")
          .summary("Sends items on as they are")
          .family(Family.FLOW)
          .icon("mdoal-arrow_forward")
          .keywords("nothing", "pass through", "do nothing", "end", "placeholder")
          .documentation(
              """
              Sends every item on unchanged. Use it where a name on the canvas makes the flow
              clearer (“nothing to do for these orders”), or where several connections should meet
              before they go on together.
              """)
          .build();

  @Override
  public NodeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public NodeResult run(NodeContext context) throws NodeException, InterruptedException {
    EachItem.of(context, (item, position) -> context.output().add(item.pairedTo(position, 0)));
    return NodeResult.done();
  }
}
