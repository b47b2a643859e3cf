package io.concertmaster.nodes.flow;

import io.concertmaster.node.Family;
import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.nodes.condition.Caption;

/** Ends the run as failed. */
public final class Stop implements NodeType {
  private static final NodeDescriptor DESCRIPTOR =
      NodeDescriptor.of("flow.stop", "Stop and error")
          .summary("Ends the run as failed, with your own message")
          .family(Family.FLOW)
          .icon("mdomz-stop_circle")
          .outputs()
          .keywords("fail", "throw", "abort", "raise", "exit", "end")
          .property(
              Property.of("message", "Message", new PropertyKind.Text("What went wrong", 2))
                  .help(
                      "What happened and what to do about it; the first item's fields are at hand.")
                  .mandatory())
          .documentation(
              """
              Ends the run as failed as soon as an item arrives, and shows your message as the
              reason. Put it behind a branch that must never be taken:

              > Order `{{ $json.id }}` has no customer: ask sales to complete it.

              The message sees the first of the items that arrive.
              """)
          .build();

  @Override
  public NodeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public String caption(JsonObject parameters) {
    return Caption.of(parameters.get("message"));
  }

  @Override
  public NodeResult run(NodeContext context) throws NodeException {
    throw new NodeException(context.parameters().requiredText("message"));
  }
}
