package io.concertmaster.engine.local;

import static io.concertmaster.model.build.WorkflowBuilder.workflow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concertmaster.engine.Engine;
import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunView;
import io.concertmaster.model.Workflow;
import io.concertmaster.node.Effect;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.data.Item;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The folder of a store goes away, or cannot be written. */
class VanishedFolderTest extends EngineFixture {
  private static final Workflow SET =
      workflow("W")
          .node("start", "test.start")
          .node("it", "test.set")
          .connect("start -> it")
          .build();

  @Test
  void nothingIsAcknowledgedWhileTheFolderIsAwayAndAllGoesOnWhenItIsBack() throws Exception {
    Assumptions.assumeTrue(
        Files.readAttributes(home, BasicFileAttributes.class).fileKey() != null,
        "this system tells no files apart but by their names");
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch holding = new CountDownLatch(1);
    NodeType hold =
        TestNodes.node(
            "test.hold",
            Effect.PURE,
            context -> {
              holding.countDown();
              held.await();
              return TestNodes.passOn(context);
            });
    Path place = home.resolve("place");
    Path away = home.resolve("away");
    try (LocalEngine engine = LocalEngine.open(place, TestNodes.catalog(hold), options())) {
      engine.await(engine.start(request(SET, Item.of("n", 1))));
      RunId cut =
          engine.start(
              request(
                  workflow("Hold")
                      .node("start", "test.start")
                      .node("it", "test.hold")
                      .connect("start -> it")
                      .build()));
      holding.await();
      Files.move(place, away);
      assertThatThrownBy(() -> engine.start(request(SET)))
          .isInstanceOfSatisfying(
              EngineException.class,
              e -> assertThat(e.reason()).isEqualTo(EngineException.Reason.STORE_FAILED))
          .hasMessageContaining("has gone");
      held.countDown();
      Files.move(away, place);
      RunView view = engine.await(cut);
      if (view.status() == RunStatus.INTERRUPTED) {
        engine.resume(cut);
        view = engine.await(cut);
      }
      assertThat(view.status()).isEqualTo(RunStatus.SUCCEEDED);
      assertThat(engine.await(engine.start(request(SET))).status()).isEqualTo(RunStatus.SUCCEEDED);
    }
    try (Engine engine = LocalEngine.openReadOnly(place)) {
      assertThat(engine.runs(10)).hasSize(3);
    }
  }

  @Test
  void aFolderThatCannotBeWrittenIsRefusedAndCanBeLookedAt() throws Exception {
    Path disk = Files.createDirectory(home.resolve("disk"));
    Assumptions.assumeTrue(
        command("mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", disk.toString()) == 0,
        "no right to mount a disk: a disk that cannot be written is not tried");
    try {
      Path folder = disk.resolve("home");
      try (LocalEngine engine = LocalEngine.open(folder, TestNodes.catalog(), options())) {
        engine.await(engine.start(request(SET, Item.of("n", 1))));
      }
      assertThat(command("mount", "-o", "remount,ro", disk.toString())).isZero();
      assertThatThrownBy(() -> LocalEngine.open(folder, TestNodes.catalog(), options()))
          .isInstanceOf(EngineException.class)
          .hasMessageContaining(folder.toString())
          .message()
          .doesNotContain("\n");
      try (Engine engine = LocalEngine.openReadOnly(folder)) {
        assertThat(engine.run(new RunId(1)).orElseThrow().status()).isEqualTo(RunStatus.SUCCEEDED);
      }
    } finally {
      command("umount", disk.toString());
    }
  }

  private static int command(String... words) throws Exception {
    try {
      Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor(20, TimeUnit.SECONDS) ? process.exitValue() : -1;
    } catch (IOException absent) {
      return -1;
    }
  }
}
