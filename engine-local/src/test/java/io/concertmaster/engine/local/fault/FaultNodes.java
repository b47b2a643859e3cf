package io.concertmaster.engine.local.fault;

import io.concertmaster.engine.local.CallingNodes;
import io.concertmaster.engine.local.TestNodes;
import io.concertmaster.node.Effect;
import io.concertmaster.node.NodeCatalog;
import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Port;
import io.concertmaster.node.data.Item;
import java.io.IOException;
import java.time.Duration;

/** Node types whose effects can be seen from outside. */
final class FaultNodes {
  private static final Duration PAUSE = Duration.ofMillis(30);
  private static final int TURNS = 3;

  private FaultNodes() {}

  /** Sends its items on when a moment has passed. */
  private static final NodeType WAIT =
      TestNodes.node(
          "test.wait",
          Effect.PURE,
          context -> {
            TestNodes.passOn(context);
            return NodeResult.waitUntil(context.startedAt().plus(PAUSE));
          });

  /** Sends its items round a loop, and out of it in the end. */
  private static final NodeType TURN =
      TestNodes.node(
          NodeDescriptor.of("test.turn", "Turn")
              .outputs(new Port("again", "again"), new Port("done", "done"))
              .build(),
          context -> {
            for (Item item : context.input()) {
              context.output(context.runIndex() < TURNS - 1 ? 0 : 1).add(item);
            }
            return NodeResult.done();
          });

  /** All types, with those that leave marks in a log. */
  static NodeCatalog catalog(OutsideLog log) {
    return TestNodes.catalog(
        CallingNodes.CALL,
        CallingNodes.CALLED,
        WAIT,
        TURN,
        TestNodes.node("test.effect", Effect.IDEMPOTENT, context -> marked(context, log)),
        TestNodes.node("test.post", Effect.UNSAFE, context -> marked(context, log)),
        TestNodes.node(
            "test.flaky",
            Effect.IDEMPOTENT,
            context -> {
              NodeResult result = marked(context, log);
              if (context.attempt() == 1) {
                throw new NodeException("the first try fails");
              }
              return result;
            }));
  }

  private static NodeResult marked(NodeContext context, OutsideLog log)
      throws NodeException, InterruptedException {
    String key = context.idempotencyKey();
    try {
      log.mark(key.substring(key.indexOf('/') + 1));
    } catch (IOException e) {
      throw new NodeException("the effect failed: " + e.getMessage(), e);
    }
    return TestNodes.passOn(context);
  }
}
