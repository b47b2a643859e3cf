package io.concertmaster.engine.local;

import static io.concertmaster.model.build.WorkflowBuilder.workflow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concertmaster.engine.ActiveTrigger;
import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunSummary;
import io.concertmaster.engine.RunView;
import io.concertmaster.model.Concurrency;
import io.concertmaster.model.Concurrency.Overlap;
import io.concertmaster.model.Workflow;
import io.concertmaster.node.Effect;
import io.concertmaster.node.Network;
import io.concertmaster.node.NodeCatalog;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.data.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Triggers that wait for files, with the real folders of this machine. */
class FolderTriggerTest extends EngineFixture {
  private static final Path BASE = Path.of("/");

  @TempDir Path place;
  private Path folder;
  private final CountDownLatch held = new CountDownLatch(1);
  private final NodeCatalog catalog =
      TestNodes.catalog(
          new FolderTrigger(),
          TestNodes.node(
              "test.held",
              Effect.PURE,
              context -> {
                held.await();
                return TestNodes.passOn(context);
              }));

  @BeforeEach
  void makeFolder() throws Exception {
    folder = Files.createDirectory(place.resolve("in"));
  }

  private void openIt() throws EngineException {
    open(catalog, options().withTriggers());
  }

  private Workflow watching(String kinds, Object... more) {
    return working("test.set", kinds, more);
  }

  private Workflow working(String work, String kinds, Object... more) {
    var builder =
        workflow("Watching")
            .node("in", "test.folder")
            .parameter("in", "folder", folder.toString())
            .parameter("in", "kinds", kinds)
            .node("work", work)
            .connect("in -> work");
    for (int i = 0; i < more.length; i += 2) {
      builder.parameter("in", (String) more[i], more[i + 1]);
    }
    return builder.build();
  }

  private static Workflow with(Workflow workflow, int atOnce, Overlap overlap) {
    return new Workflow(
        workflow.id(),
        workflow.name(),
        workflow.settings().withConcurrency(new Concurrency(atOnce, overlap)),
        workflow.nodes(),
        workflow.connections(),
        workflow.layout(),
        workflow.unknown());
  }

  private void put(String name, String text) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** What the runs were begun with, oldest first: event and name. */
  private List<String> runs() throws Exception {
    engine.awaitQuiet();
    List<String> all = new ArrayList<>();
    for (RunSummary each : engine.runs(1_000).reversed()) {
      RunView view = engine.run(each.id()).orElseThrow();
      JsonObject item = sent(view, "in", "main").getFirst();
      all.add(item.get("event") + " " + item.get("name"));
    }
    return all;
  }

  private ActiveTrigger trigger() throws EngineException {
    return engine.active().getFirst().triggers().getFirst();
  }

  private static void until(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.call()) {
      assertThat(System.nanoTime()).as("it takes too long").isLessThan(end);
      Thread.sleep(5);
    }
  }

  private void untilRuns(int count) throws Exception {
    until(() -> engine.runs(1_000).size() >= count);
  }

  /** Several looks go by. */
  private static void pass() throws Exception {
    Thread.sleep(900);
  }

  @Test
  void eachFileThatComesBeginsOneRun() throws Exception {
    put("old.csv", "there already");
    openIt();
    engine.activate(watching("created"), BASE);
    put("a.csv", "12345");
    put("b.txt", "does not fit");
    put("sub/c.csv", "too deep");
    untilRuns(1);
    put("a.csv", "changed, which does not count");
    put("d.csv", "1");
    untilRuns(2);
    pass();
    assertThat(runs()).containsExactly("created a.csv", "created d.csv");
    assertThat(trigger().lastRun().orElseThrow().status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(trigger().problem()).isEmpty();
    assertThat(trigger().words()).isEqualTo("csv files");
  }

  @Test
  void orThoseThatAreThereAndInSubfolders() throws Exception {
    put("old.csv", "1");
    put("sub/deep/c.csv", "1");
    openIt();
    engine.activate(watching("created", "existing", true, "subfolders", true), BASE);
    untilRuns(2);
    put("new/d.csv", "1");
    untilRuns(3);
    assertThat(runs().subList(0, 2)).containsExactlyInAnyOrder("created old.csv", "created c.csv");
    assertThat(runs()).last().isEqualTo("created d.csv");
  }

  @Test
  void changesAndDeletionsCountWhereTheyAreWanted() throws Exception {
    put("a.csv", "1");
    openIt();
    engine.activate(watching("created changed deleted"), BASE);
    put("a.csv", "22");
    untilRuns(1);
    Files.delete(folder.resolve("a.csv"));
    untilRuns(2);
    put("a.csv", "22");
    untilRuns(3);
    pass();
    assertThat(runs()).containsExactly("changed a.csv", "deleted a.csv", "created a.csv");
  }

  @Test
  void aFileCountsWhenNobodyWritesItAnyMore() throws Exception {
    openIt();
    engine.activate(watching("created", "settled", 700), BASE);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      put("a.csv", text.append("a line\n").toString());
      Thread.sleep(120);
    }
    assertThat(engine.runs(10)).isEmpty();
    untilRuns(1);
    RunView view = engine.await(engine.runs(1).getFirst().id());
    assertThat(sent(view, "in", "main").getFirst().get("size")).isEqualTo(12L * 7);
  }

  @Test
  void whatCameWhileNobodyListenedIsNoticedOnce() throws Exception {
    put("stays.csv", "1");
    openIt();
    engine.activate(watching("created changed deleted"), BASE);
    put("a.csv", "1");
    untilRuns(1);
    engine.awaitQuiet();
    close();
    put("b.csv", "1");
    put("a.csv", "changed");
    Files.delete(folder.resolve("stays.csv"));
    openIt();
    untilRuns(4);
    pass();
    assertThat(runs().subList(1, 4))
        .containsExactlyInAnyOrder("created b.csv", "changed a.csv", "deleted stays.csv");
    openIt();
    pass();
    assertThat(engine.runs(10)).hasSize(4);
  }

  @Test
  void aFolderThatIsMissingIsToldAndLookedForAgain() throws Exception {
    put("a.csv", "1");
    openIt();
    engine.activate(watching("created deleted"), BASE);
    Files.move(folder, place.resolve("away"));
    until(() -> trigger().problem().isPresent());
    assertThat(trigger().problem().orElseThrow())
        .isEqualTo("there is no folder “" + folder + "”: make it, or connect its drive");
    Files.writeString(place.resolve("away/b.csv"), "1");
    pass();
    assertThat(engine.runs(10)).isEmpty();
    Files.move(place.resolve("away"), folder);
    untilRuns(1);
    assertThat(trigger().problem()).isEmpty();
    pass();
    assertThat(runs()).containsExactly("created b.csv");
  }

  @Test
  void aFolderThatComesLaterIsSeenForTheFirstTimeThen() throws Exception {
    Files.delete(folder);
    openIt();
    engine.activate(watching("created"), BASE);
    assertThat(trigger().problem().orElseThrow()).contains("there is no folder");
    Path made = Files.createDirectory(place.resolve("made"));
    Files.writeString(made.resolve("a.csv"), "1");
    Files.move(made, folder);
    until(() -> trigger().problem().isEmpty());
    put("b.csv", "1");
    untilRuns(1);
    pass();
    assertThat(runs()).containsExactly("created b.csv");
    Files.delete(folder.resolve("a.csv"));
    Files.delete(folder.resolve("b.csv"));
    Files.delete(folder);
    Files.writeString(folder, "a file");
    until(() -> trigger().problem().filter(each -> each.contains("is a file")).isPresent());
  }

  @Test
  void filesWaitInTheFolderWhileEnoughRunsGoOn() throws Exception {
    openIt();
    engine.activate(with(working("test.held", "created"), 1, Overlap.WAIT), BASE);
    for (int i = 0; i < 5; i++) {
      put("f" + i + ".csv", "1");
    }
    until(() -> engine.active().getFirst().waiting() == 4);
    assertThat(engine.runs(10)).hasSize(1);
    Files.delete(folder.resolve("f4.csv"));
    until(() -> engine.active().getFirst().waiting() == 3);
    held.countDown();
    untilRuns(4);
    pass();
    assertThat(runs()).hasSize(4).doesNotHaveDuplicates().doesNotContain("created f4.csv");
    assertThat(engine.active().getFirst().waiting()).isZero();
  }

  @Test
  void orTheyAreLeftOut() throws Exception {
    openIt();
    engine.activate(with(working("test.held", "created"), 1, Overlap.SKIP), BASE);
    put("a.csv", "1");
    untilRuns(1);
    put("b.csv", "1");
    pass();
    held.countDown();
    engine.awaitQuiet();
    put("c.csv", "1");
    untilRuns(2);
    pass();
    assertThat(runs()).containsExactly("created a.csv", "created c.csv");
  }

  @Test
  void aNewDefinitionLeavesATriggerThatStaysTheSameWhereItIs() throws Exception {
    openIt();
    engine.activate(watching("created"), BASE);
    put("a.csv", "1");
    untilRuns(1);
    engine.awaitQuiet();
    engine.activate(working("test.even", "created"), BASE);
    assertThat(trigger().last()).isPresent();
    put("b.csv", "1");
    untilRuns(2);
    pass();
    assertThat(runs()).containsExactly("created a.csv", "created b.csv");
    engine.activate(watching("created", "existing", true), BASE);
    untilRuns(4);
    assertThat(engine.deactivate("workflow")).isTrue();
    put("c.csv", "1");
    pass();
    assertThat(engine.runs(10)).hasSize(4);
  }

  @Test
  void aFolderThatRunsMayNotReachIsRefused() throws Exception {
    FileRule rule =
        (path, use) -> {
          if (path.startsWith(folder)) {
            throw new NodeException("“" + path + "” lies outside");
          }
        };
    open(catalog, options().withTriggers().within(Network.OPEN, rule));
    assertThatThrownBy(() -> engine.activate(watching("created"), BASE))
        .hasMessage("the trigger “in” cannot listen: “" + folder + "” lies outside");
  }
}
