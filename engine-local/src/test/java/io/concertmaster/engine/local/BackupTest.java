package io.concertmaster.engine.local;

import static io.concertmaster.model.build.WorkflowBuilder.workflow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunSummary;
import io.concertmaster.engine.RunView;
import io.concertmaster.model.Workflow;
import io.concertmaster.node.Effect;
import io.concertmaster.node.NodeCatalog;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.data.Item;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest extends EngineFixture {
  private static final NodeCatalog CATALOG =
      TestNodes.catalog(
          CallingNodes.ASK,
          TestNodes.node(
              "test.key",
              Effect.IDEMPOTENT,
              context -> {
                context.output().add(Item.of("key", context.idempotencyKey()));
                return NodeResult.done();
              }));

  @TempDir Path place;

  private static Workflow through(String... types) {
    var builder = workflow("Through").node("start", "test.start");
    String before = "start";
    for (int i = 0; i < types.length; i++) {
      builder.node("n" + i, types[i]).connect(before + " -> n" + i);
      before = "n" + i;
    }
    return builder.build();
  }

  private LocalEngine open(Path folder) throws Exception {
    close();
    engine = LocalEngine.open(folder, CATALOG, options().takingUp(true, true));
    return engine;
  }

  @Test
  void aBackupThatIsMadeUnderLoadIsWholeAndItsRunsGoOn() throws Exception {
    LocalEngine busy = open(home);
    AtomicBoolean loading = new AtomicBoolean(true);
    Workflow work = through("test.set", "test.even", "test.set", "test.set");
    Workflow many =
        workflow("Many")
            .node("start", "test.start")
            .node("make", "test.make")
            .parameter("make", "count", 5_000)
            .node("it", "test.set")
            .parameter("it", "value", "={{ $json.n + 1 }}")
            .connect("start -> make", "make -> it")
            .build();
    Thread load =
        Thread.ofPlatform()
            .start(() -> {
              try {
                for (long n = 0; loading.get(); n++) {
                  busy.start(request(n % 4 == 0 ? many : work, Item.of("n", 2 * n)));
                  Thread.sleep(2);
                }
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    List<Backup.Made> backups = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Thread.sleep(200);
      backups.add(Backup.make(home, place.resolve("backup-" + i)));
    }
    loading.set(false);
    load.join();
    close();
    for (Backup.Made each : backups) {
      assertThat(each.damaged()).isZero();
      Path folder = place.resolve("restored-" + each.folder().getFileName());
      assertThat(Restore.from(each.folder(), folder, false)).isEmpty();
      open(folder);
      engine.awaitQuiet();
      List<RunSummary> runs = engine.runs(100_000);
      assertThat(runs).hasSize((int) each.runs()).isNotEmpty();
      assertThat(runs).allMatch(run -> run.status() == RunStatus.SUCCEEDED);
      for (RunSummary run : runs) {
        RunView view = engine.run(run.id()).orElseThrow();
        for (String node : view.nodes().keySet()) {
          assertThat(sent(view, node, "main")).isNotNull();
        }
      }
    }
  }

  @Test
  void aRestoredStoreGivesNewRunsOtherKeysAndOldOnesTheirOwn() throws Exception {
    open(home);
    RunId waiting = engine.start(request(through("test.ask", "test.key")));
    RunView before = engine.await(waiting);
    Backup.make(home, place.resolve("backup"));
    RunView lost = run(through("test.key"));
    Restore.from(place.resolve("backup"), place.resolve("other"), false);
    engine.resume(waiting, before.answerToken().orElseThrow(), List.of());
    String old = key(engine.await(waiting), "n1");
    String taken = key(engine.run(lost.id()).orElseThrow(), "n0");
    open(place.resolve("other"));
    engine.resume(waiting, before.answerToken().orElseThrow(), List.of());
    assertThat(key(engine.await(waiting), "n1")).isEqualTo(old);
    RunView again = run(through("test.key"));
    assertThat(again.id()).isEqualTo(lost.id());
    assertThat(key(again, "n0")).isNotEqualTo(taken);
  }

  private String key(RunView view, String node) throws Exception {
    return String.valueOf(sent(view, node, "main").getFirst().get("key"));
  }

  @Test
  void aBackupNeverOverwrites() throws Exception {
    open(home);
    run(through("test.set"));
    Path used = Files.createDirectory(place.resolve("used"));
    Files.writeString(used.resolve("mine.txt"), "mine");
    assertThatThrownBy(() -> Backup.make(home, used)).hasMessageContaining("not empty");
    assertThat(Files.readString(used.resolve("mine.txt"))).isEqualTo("mine");
    assertThatThrownBy(() -> Backup.make(place.resolve("nothing"), place.resolve("b")))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("nothing to back up");
  }

  @Test
  void aRestorePutsAStoreAsideOnlyWhenToldTo() throws Exception {
    open(home);
    run(through("test.set"));
    Backup.make(home, place.resolve("backup"));
    run(through("test.set"));
    assertThatThrownBy(() -> Restore.from(place.resolve("backup"), home, true))
        .hasMessageContaining("in use");
    close();
    assertThatThrownBy(() -> Restore.from(place.resolve("backup"), home, false))
        .hasMessageContaining("--force");
    Optional<Path> aside = Restore.from(place.resolve("backup"), home, true);
    open(home);
    assertThat(engine.runs(10)).hasSize(1);
    open(aside.orElseThrow());
    assertThat(engine.runs(10)).hasSize(2);
  }

  @Test
  void aDamagedBackupIsRefusedAndNothingIsChanged() throws Exception {
    open(home);
    run(through("test.set"));
    Path backup = place.resolve("backup");
    Backup.make(home, backup);
    close();
    byte[] items = Files.readAllBytes(backup.resolve("items.db"));
    items[items.length / 2] ^= 4;
    Files.write(backup.resolve("items.db"), items);
    assertThatThrownBy(() -> Restore.from(backup, home, true)).hasMessageContaining("items.db");
    assertThatThrownBy(() -> Restore.from(place, home, true)).hasMessageContaining("no backup");
    open(home);
    assertThat(engine.runs(10)).hasSize(1);
  }

  @Test
  void aRestoreThatWasCutShortIsEndedByWhoeverTakesTheHomeNext() throws Exception {
    open(home);
    run(through("test.set"), Item.of("n", 1));
    Backup.make(home, place.resolve("backup"));
    run(through("test.set"), Item.of("n", 2));
    close();
    // As it stands when the program dies after the first of the old files was moved aside.
    Path ready = Files.createDirectory(home.resolve("restore"));
    for (String name : List.of("journal.db", "items.db")) {
      Files.copy(place.resolve("backup").resolve(name), ready.resolve(name));
    }
    Files.writeString(ready.resolve("replaced"), "replaced-1");
    Path aside = Files.createDirectory(home.resolve("replaced-1"));
    Files.move(home.resolve("journal.db"), aside.resolve("journal.db"));
    open(home);
    assertThat(engine.runs(10)).hasSize(1);
    RunView first = engine.run(new RunId(1)).orElseThrow();
    assertThat(sent(first, "n0", "main")).extracting(item -> item.get("n")).containsExactly(1L);
    assertThat(ready).doesNotExist();
    assertThat(aside.resolve("items.db")).exists();
  }
}
