package io.concertmaster.nodes.trigger;

import io.concertmaster.node.Family;
import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import java.util.List;

/** Begins a run when another workflow calls this one. */
public final class SubworkflowTrigger implements NodeType {
  private static final NodeDescriptor DESCRIPTOR =
      NodeDescriptor.of("trigger.subworkflow", "Called by a workflow")
          .summary("Begins a run when another workflow calls this one")
          .family(Family.TRIGGERS)
          .icon("mdal-call_received")
          .inputs()
          .keywords("subworkflow", "execute", "call", "parent", "function", "trigger")
          .property(
              Property.of("fields", "Fields", new PropertyKind.Lines("one a line"))
                  .help(
                      "Names of fields, one a line: only these come in, null where one is missing."
                          + " Empty: everything comes in as it is.")
                  .literalOnly())
          .documentation(
              """
              Where a run begins that the node “Run workflow” of another workflow started. It sends on
              the items that the other workflow gave.

              With a list of fields the workflow says what it expects: each item then has just
              these fields.
              """)
          .build();

  @Override
  public NodeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public NodeResult run(NodeContext context) throws NodeException, InterruptedException {
    List<String> fields = context.parameters().texts("fields");
    if (fields.isEmpty()) {
      return GivenItems.orSample(context, JsonObject.empty());
    }
    for (Item item : context.input()) {
      JsonObject.Builder json = JsonObject.builder();
      fields.forEach(field -> json.put(field, item.json().get(field)));
      context.output().add(item.withJson(json.build()));
    }
    return NodeResult.done();
  }
}
