package io.concertmaster.nodes.trigger;

import io.concertmaster.node.Family;
import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;

/** Begins a run when a run of another workflow fails. */
public final class ErrorTrigger implements NodeType {
  /** What a run by hand begins with, to see the shape. */
  private static final JsonObject SAMPLE =
      Json.parseObject(
          """
          {
            "execution": {
              "id": "231",
              "error": { "message": "Example of a message" },
              "lastNodeExecuted": "Node with the error",
              "mode": "manual"
            },
            "workflow": { "id": "example", "name": "Example workflow" }
          }
          """);

  private static final NodeDescriptor DESCRIPTOR =
      NodeDescriptor.of("trigger.error", "When a run fails")
          .summary("Begins a run when a run of another workflow fails")
          .family(Family.TRIGGERS)
          .icon("mdal-error_outline")
          .inputs()
          .keywords("error", "failure", "alert", "notify", "catch", "trigger")
          .documentation(
              """
              Where a run begins when a run of another workflow failed, whose setting “error workflow”
              names this one. Its item tells which run and which workflow, the message, and the node
              that ran last:

              `{"execution": {"id": "42", "error": {"message": "…"}, "lastNodeExecuted": "…",
              "mode": "cli"}, "workflow": {"id": "…", "name": "…"}}`

              Runs that were started by hand in the designer are not told. Started by hand itself, it
              sends an example.
              """)
          .build();

  @Override
  public NodeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public boolean makesSample() {
    return true;
  }

  @Override
  public NodeResult run(NodeContext context) throws NodeException, InterruptedException {
    boolean real =
        context.input().size() > 0 && context.input().get(0).json().containsKey("execution");
    if (real) {
      return GivenItems.orSample(context, SAMPLE);
    }
    context.output().add(Item.of(SAMPLE));
    return NodeResult.done();
  }
}
