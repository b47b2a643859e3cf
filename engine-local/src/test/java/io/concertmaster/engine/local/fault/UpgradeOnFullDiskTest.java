package io.concertmaster.engine.local.fault;

import static io.concertmaster.model.build.WorkflowBuilder.workflow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunRequest;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunView;
import io.concertmaster.engine.local.LocalEngine;
import io.concertmaster.engine.local.TestNodes;
import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.node.Effect;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.data.Item;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is to be moved to a newer definition while the disk is full stays as it is, whole. */
class UpgradeOnFullDiskTest {
  private static final NodeType ANSWERED =
      TestNodes.node("test.answered", Effect.PURE, context -> NodeResult.waitForCall());

  @TempDir Path folder;

  private static WorkflowBuilder held(String more) {
    return workflow("Held")
        .id("held")
        .node("start", "test.start")
        .node("hold", "test.answered")
        .node(more, "test.set")
        .connect("start -> hold", "hold -> " + more);
  }

  @Test
  void theRunWaitsOnAndIsMovedOnceThereIsRoom() throws Exception {
    Optional<SmallDisk> small = SmallDisk.mount(folder.resolve("disk"), 64);
    Needs.assume(
        Needs.MOUNT,
        small.isPresent(),
        "no right to mount a small disk: a move on a full disk was not tried");
    try (SmallDisk disk = small.get();
        LocalEngine engine =
            LocalEngine.open(
                disk.folder().resolve("home"),
                TestNodes.catalog(ANSWERED),
                LocalEngine.Options.DEFAULT.withReserve(0).withThreads(2))) {
      RunId run = engine.start(RunRequest.of(held("old").build(), Path.of("/")));
      engine.await(run);
      disk.fill();

      assertThatThrownBy(() -> engine.upgrade(run, held("newer").build()))
          .isInstanceOfSatisfying(
              EngineException.class,
              e -> assertThat(e.reason()).isEqualTo(EngineException.Reason.STORE_FULL));
      assertThat(engine.run(run).orElseThrow().status()).isEqualTo(RunStatus.WAITING);

      disk.empty();
      engine.upgrade(run, held("newer").build());
      RunView moved = engine.run(run).orElseThrow();
      engine.resume(run, moved.answerToken().orElseThrow(), List.of(Item.of("n", 1)));
      RunView ended = engine.await(run);
      assertThat(ended.status()).isEqualTo(RunStatus.SUCCEEDED);
      assertThat(ended.nodes()).containsKey("newer").doesNotContainKey("old");
    }
  }
}
