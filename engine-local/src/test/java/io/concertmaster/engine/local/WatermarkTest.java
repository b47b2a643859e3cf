package io.concertmaster.engine.local;

import static io.concertmaster.model.build.WorkflowBuilder.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunView;
import io.concertmaster.engine.UncertainDecision;
import io.concertmaster.model.OnError;
import io.concertmaster.model.Workflow;
import io.concertmaster.node.EachItem;
import io.concertmaster.node.Effect;
import io.concertmaster.node.NodeCatalog;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Long lists of which a part was done for good when the program ended. */
class WatermarkTest extends EngineFixture {
  private static final int ITEMS = 3_000;
  private static final long STUCK = 2_500;

  private final List<Long> done = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch working = new CountDownLatch(1);
  private final AtomicLong millis = new AtomicLong(1_800_000_000_000L);
  private volatile boolean stuck = true;

  /** Each item takes some milliseconds on the clock; one is stuck the first time, one is bad. */
  private NodeCatalog catalog(Effect effect) {
    return TestNodes.catalog(
        TestNodes.node(
            "test.effect",
            effect,
            context -> {
              EachItem.stepByStep(
                  context,
                  (item, position) -> {
                    millis.addAndGet(4);
                    if (position == STUCK && stuck) {
                      working.countDown();
                      Thread.sleep(60_000);
                    }
                    if (position == 3) {
                      throw new NodeException("three is bad");
                    }
                    done.add(position);
                    context.output().add(item);
                  });
              return NodeResult.done();
            }));
  }

  private LocalEngine open(Effect effect) throws EngineException {
    return open(catalog(effect), options().withClock(() -> Instant.ofEpochMilli(millis.get())));
  }

  private static Workflow workflowOfMany() {
    return workflow("Many")
        .node("start", "test.start")
        .node("make", "test.make")
        .parameter("make", "count", ITEMS)
        .node("effect", "test.effect")
        .set("effect", node -> node.withOnError(OnError.OUTPUT))
        .node("after", "test.set")
        .parameter("after", "value", "={{ $('make').item.json.n }}")
        .connect("start -> make", "make -> effect", "effect -> after")
        .build();
  }

  private RunId cutShort(Effect effect) throws Exception {
    open(effect);
    RunId id = engine.start(request(workflowOfMany(), Item.of("go", true)));
    assertThat(working.await(60, TimeUnit.SECONDS)).isTrue();
    stuck = false;
    open(effect);
    return id;
  }

  /** All is as if nothing had happened, and no more than a second of work was done twice. */
  private void sound(RunId id) throws Exception {
    RunView view = engine.await(id);
    assertThat(view.status()).as(view.toString()).isEqualTo(RunStatus.SUCCEEDED);
    List<JsonObject> sent = sent(view, "after", "main");
    assertThat(sent).hasSize(ITEMS - 1);
    assertThat(sent).allSatisfy(json -> assertThat(json.get("set")).isEqualTo(json.get("n")));
    assertThat(sent.stream().map(json -> json.get("n")))
        .containsExactlyElementsOf(LongStream.range(0, ITEMS).filter(n -> n != 3).boxed().toList());
    assertThat(sent(view, "effect", "error"))
        .singleElement()
        .satisfies(json -> assertThat(json.get("error").toString()).contains("three is bad"));
    assertThat(view.nodes().get("effect").last().error()).isPresent();
    assertThat(done).hasSizeBetween(ITEMS - 1, ITEMS + 300);
  }

  @Test
  void anActivationThatWasCutShortGoesOnNearWhereItWas() throws Exception {
    RunId id = cutShort(Effect.IDEMPOTENT);
    engine.resume(id);
    sound(id);
  }

  @Test
  void anUnsafeOneStillAsksAndThenGoesOnThere() throws Exception {
    RunId id = cutShort(Effect.UNSAFE);
    assertThat(engine.run(id).orElseThrow().status()).isEqualTo(RunStatus.UNCERTAIN);
    assertThat(engine.runs(1).getFirst().status()).isEqualTo(RunStatus.UNCERTAIN);
    engine.resume(id, UncertainDecision.RETRY);
    sound(id);
  }
}
