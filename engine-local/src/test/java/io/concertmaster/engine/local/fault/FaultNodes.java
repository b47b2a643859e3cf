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

  /** What listens to the steps that have had their effect, before the engine knows of it. */
  @FunctionalInterface
  interface Listener {
    void hadEffect(String step) throws InterruptedException;
  }

  /** All types, with those that leave marks in a log. */
  static NodeCatalog catalog(OutsideLog log) {
    return catalog(log, step -> {});
  }

  /**
   * All types, with those that leave marks in a log.
   *
   * @param listener told of the effects of {@code test.effect}
   */
  static NodeCatalog catalog(OutsideLog log, Listener listener) {
    return TestNodes.catalog(
        CallingNodes.CALL,
        CallingNodes.CALLED,
        WAIT,
        TURN,
        TestNodes.node(
            "test.effect",
            Effect.IDEMPOTENT,
            context -> {
              NodeResult result = marked(context, log);
              listener.hadEffect(step(context));
              return result;
            }),
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

  /** A step as {@code run/node/index}. */
  private static String step(NodeContext context) {
    String key = context.idempotencyKey();
    return key.substring(key.indexOf('/') + 1);
  }

  private static NodeResult marked(NodeContext context, OutsideLog log)
      throws NodeException, InterruptedException {
    try {
      log.mark(step(context));
    } catch (IOException e) {
      throw new NodeException("the effect failed: " + e.getMessage(), e);
    }
    return TestNodes.passOn(context);
  }
}
