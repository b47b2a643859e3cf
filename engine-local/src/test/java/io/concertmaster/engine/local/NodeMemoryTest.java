package io.concertmaster.engine.local;

import static io.concertmaster.model.build.WorkflowBuilder.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunView;
import io.concertmaster.model.Retry;
import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.node.Effect;
import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Port;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.ItemList;
import io.concertmaster.node.data.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NodeMemoryTest extends EngineFixture {
  /** A loop: sends two items a pass, and at the end all that came back. */
  private static final NodeType LOOP =
      TestNodes.node(
          NodeDescriptor.of("test.loop", "Loop")
              .outputs(new Port("done", "done"), new Port("loop", "loop"))
              .build(),
          NodeMemoryTest::loop);

  private static NodeResult loop(NodeContext context) throws NodeException, InterruptedException {
    var memory = context.memory();
    long next = memory.values().get("next") instanceof Long place ? place : 0;
    if (context.runIndex() == 0) {
      memory.keep("items", context.input());
    } else {
      memory.append("back", context.input());
    }
    ItemList items = memory.list("items");
    for (long i = next; i < Math.min(next + 2, items.size()); i++) {
      context.output(1).add(items.get(i));
    }
    if (next >= items.size()) {
      for (Item item : memory.list("back")) {
        context.output(0).add(item);
      }
    }
    memory.values(JsonObject.of("next", next + 2, "left", items.size() - next));
    return NodeResult.done();
  }

  private static WorkflowBuilder looping(Object value) {
    return workflow("W")
        .node("start", "test.start", "Start")
        .node("loop", "test.loop", "Loop")
        .node("body", "test.set", "Body")
        .parameter("body", "value", value)
        .node("after", "test.set", "After")
        .parameter("after", "value", "={{ $('Start').item.json.n }}")
        .connect("start -> loop", "loop:loop -> body", "body -> loop", "loop:done -> after");
  }

  private static final Item[] FIVE = {
    Item.of("n", 0), Item.of("n", 1), Item.of("n", 2), Item.of("n", 3), Item.of("n", 4)
  };

  @Test
  void aLoopKeepsItsItemsAndItsPlaceBetweenItsPasses() throws Exception {
    open(TestNodes.catalog(LOOP));
    RunView view = run(looping("={{ $runIndex }}").build(), FIVE);
    assertThat(view.summary().error()).isEmpty();
    assertThat(view.nodes().get("loop").activations()).hasSize(4);
    assertThat(sent(view, "loop", "done").stream().map(item -> item.get("set")).toList())
        .isEqualTo(List.of(0L, 0L, 1L, 1L, 2L));
  }

  @Test
  void lineageLeadsThroughWhatALoopKept() throws Exception {
    open(TestNodes.catalog(LOOP));
    RunView view = run(looping("={{ $('Start').item.json.n }}").build(), FIVE);
    assertThat(view.summary().error()).isEmpty();
    assertThat(sent(view, "loop", "done").stream().map(item -> item.get("set")).toList())
        .isEqualTo(List.of(0L, 1L, 2L, 3L, 4L));
    assertThat(sent(view, "after", "main").stream().map(item -> item.get("set")).toList())
        .isEqualTo(List.of(0L, 1L, 2L, 3L, 4L));
  }

  @Test
  void whatAFailedTryKeptIsForgotten() throws Exception {
    List<Long> seen = new ArrayList<>();
    NodeType flaky =
        TestNodes.node(
            "test.flaky",
            Effect.PURE,
            context -> {
              seen.add(context.memory().list("seen").size());
              context.memory().append("seen", context.input());
              if (context.attempt() == 1) {
                throw new NodeException("not yet");
              }
              return TestNodes.passOn(context);
            });
    open(TestNodes.catalog(flaky));
    RunView view =
        run(
            workflow("W")
                .node("start", "test.start")
                .node("it", "test.flaky")
                .set("it", node -> node.withRetry(Optional.of(new Retry(2, Duration.ZERO, 1))))
                .connect("start -> it")
                .build(),
            FIVE);
    assertThat(view.status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(seen).containsExactly(0L, 0L);
  }
}
