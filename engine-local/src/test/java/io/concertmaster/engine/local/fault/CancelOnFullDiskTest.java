package io.concertmaster.engine.local.fault;

import static io.concertmaster.model.build.WorkflowBuilder.workflow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunRequest;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.local.LocalEngine;
import io.concertmaster.engine.local.TestNodes;
import io.concertmaster.node.Effect;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run that is cancelled while the disk is full: its step is stopped, and the person hears why.
 */
class CancelOnFullDiskTest {
  @TempDir Path folder;

  @Test
  void theStepStopsAndTheRunIsCancelledOnceThereIsRoom() throws Exception {
    Optional<SmallDisk> small = SmallDisk.mount(folder.resolve("disk"), 64);
    Needs.assume(
        Needs.MOUNT,
        small.isPresent(),
        "no right to mount a small disk: cancelling on a full disk was not tried");
    CountDownLatch works = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    NodeType held =
        TestNodes.node(
            "test.held",
            Effect.UNSAFE,
            context -> {
              works.countDown();
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException e) {
                stopped.countDown();
                throw e;
              }
              return NodeResult.done();
            });
    try (SmallDisk disk = small.get();
        LocalEngine engine =
            LocalEngine.open(
                disk.folder().resolve("home"),
                TestNodes.catalog(held),
                LocalEngine.Options.DEFAULT.withReserve(0).withThreads(2))) {
      RunId run =
          engine.start(
              RunRequest.of(
                  workflow("Held")
                      .node("start", "test.start")
                      .node("held", "test.held")
                      .connect("start -> held")
                      .build(),
                  Path.of("/")));
      assertThat(works.await(20, TimeUnit.SECONDS)).isTrue();
      disk.fill();

      assertThatThrownBy(() -> engine.cancel(run))
          .isInstanceOfSatisfying(
              EngineException.class,
              e -> assertThat(e.reason()).isEqualTo(EngineException.Reason.STORE_FULL));
      assertThat(stopped.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(engine.run(run).orElseThrow().status()).isEqualTo(RunStatus.UNCERTAIN);

      disk.empty();
      engine.cancel(run);
      assertThat(engine.run(run).orElseThrow().status()).isEqualTo(RunStatus.CANCELLED);
    }
  }
}
