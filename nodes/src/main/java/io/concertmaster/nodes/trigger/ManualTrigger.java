package io.concertmaster.nodes.trigger;

import io.concertmaster.node.Family;
import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.ItemList;
import io.concertmaster.node.data.JsonObject;

/** Begins a run when a person or a program asks for it. */
public final class ManualTrigger implements NodeType {
  private static final NodeDescriptor DESCRIPTOR =
      NodeDescriptor.of("trigger.manual", "Start by hand")
          .summary("Begins a run when you press Run")
          .family(Family.TRIGGERS)
          .icon("mdomz-play_circle_outline")
          .inputs()
          .keywords("manual", "trigger", "run", "begin", "click", "test")
          .documentation(
              """
              The place where a run begins when you press Run, or start the workflow from the
              command line.

              It sends on the items that the run was given (`concertmaster run FILE --input
              items.json`). A run that was given none begins with one empty item, so that the next
              node runs once.
              """)
          .build();

  @Override
  public NodeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public NodeResult run(NodeContext context) throws NodeException, InterruptedException {
    ItemList given = context.input();
    if (given.isEmpty()) {
      context.output().add(Item.of(JsonObject.empty()));
    }
    for (Item item : given) {
      context.output().add(item);
    }
    return NodeResult.done();
  }
}
