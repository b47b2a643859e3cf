package io.concertmaster.engine.local;

import io.concertmaster.node.Effect;
import io.concertmaster.node.Family;
import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.Workflows.Call;
import io.concertmaster.node.Workflows.Callee;
import io.concertmaster.node.data.Item;

/** Small node types for tests of runs that have to do with other runs. */
public final class CallingNodes {
  private CallingNodes() {}

  /** Calls the workflow of a file and sends on what it sends. */
  public static final NodeType CALL = naming("test.call", CallingNodes::call);

  /** A type of node that names the file of a workflow. */
  static NodeType naming(String type, TestNodes.Work work) {
    return TestNodes.node(
        NodeDescriptor.of(type, type)
            .effect(Effect.IDEMPOTENT)
            .property(Property.of("file", "File", PropertyKind.text()))
            .build(),
        work);
  }

  /** The workflow of the file that a node names. */
  static Callee callee(NodeContext context) throws NodeException, InterruptedException {
    return new Callee.File(context.parameters().text("file"));
  }

  private static NodeResult call(NodeContext context) throws NodeException, InterruptedException {
    return switch (context.workflows().call("one", callee(context), context.input())) {
      case Call.Pending pending -> NodeResult.again();
      case Call.Failed failed -> throw new NodeException("the called: " + failed.message());
      case Call.Ended ended -> {
        for (Item item : ended.items()) {
          context.output().add(item);
        }
        yield NodeResult.done();
      }
    };
  }

  /** Where called runs begin. */
  public static final NodeType CALLED =
      TestNodes.node(
          NodeDescriptor.of("trigger.subworkflow", "Called")
              .family(Family.TRIGGERS)
              .inputs()
              .build(),
          TestNodes::passOn);

  /** Where runs begin that hear of a failure. */
  public static final NodeType ERROR =
      TestNodes.node(
          NodeDescriptor.of("trigger.error", "Error").family(Family.TRIGGERS).inputs().build(),
          TestNodes::passOn);

  /** Sends its items on when someone outside says so. */
  public static final NodeType ASK =
      TestNodes.node(
          "test.ask",
          Effect.PURE,
          context -> {
            TestNodes.passOn(context);
            return NodeResult.waitForCall();
          });
}
