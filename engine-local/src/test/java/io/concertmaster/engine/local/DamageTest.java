package io.concertmaster.engine.local;

import static io.concertmaster.model.build.WorkflowBuilder.workflow;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concertmaster.engine.ActiveTrigger;
import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunRequest;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunSummary;
import io.concertmaster.engine.RunView;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.io.WorkflowFiles;
import io.concertmaster.node.NodeCatalog;
import io.concertmaster.node.data.Item;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class DamageTest extends EngineFixture {
  private static final Workflow SET =
      workflow("W")
          .node("start", "test.start")
          .node("it", "test.set")
          .connect("start -> it")
          .build();

  private void change(String file, String sql) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve(file));
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isPositive();
    }
  }

  @Test
  void aDamagedEventIsReportedForItsRunAndTheOthersGoOn() throws Exception {
    open(TestNodes.catalog());
    RunView first = run(SET, Item.of("n", 1));
    RunView second = run(SET, Item.of("n", 2));
    close();
    change(
        "journal.db",
        "UPDATE event SET body = replace(body, 'size', 'sise') WHERE run = 1 AND seq = 2");
    open(TestNodes.catalog());
    assertThatThrownBy(() -> engine.run(first.id()))
        .isInstanceOfSatisfying(
            EngineException.class,
            e -> assertThat(e.reason()).isEqualTo(EngineException.Reason.STORE_FAILED))
        .hasMessageContaining("event 2 of run 1 is damaged");
    assertThat(engine.run(second.id())).isPresent();
    assertThat(engine.runs(10)).hasSize(2);
    assertThat(run(SET, Item.of("n", 3)).status()).isEqualTo(RunStatus.SUCCEEDED);
  }

  @Test
  void aMissingEventIsReported() throws Exception {
    open(TestNodes.catalog());
    RunView view = run(SET, Item.of("n", 1));
    close();
    change("journal.db", "DELETE FROM event WHERE run = 1 AND seq = 1");
    open(TestNodes.catalog());
    assertThatThrownBy(() -> engine.run(view.id())).hasMessageContaining("event 1 of run 1");
  }

  /** The place of a row in its page is wrong: nothing finds it, and no walk over the table ends. */
  @Test
  void whereARowCannotBeReadAtAllOnlyItsRunIsDamaged() throws Exception {
    open(TestNodes.catalog());
    List<RunView> before = new ArrayList<>();
    for (int n = 1; n <= 4; n++) {
      before.add(run(SET, Item.of("n", n)));
    }
    close();
    int told = 0;
    for (int event = 0; event < 20; event++) {
      Path whole = Files.copy(home.resolve("journal.db"), home.resolve("whole"), REPLACE_EXISTING);
      misplace(event);
      List<RunId> damaged = new ArrayList<>();
      open(TestNodes.catalog());
      for (RunView each : before) {
        try {
          assertThat(engine.run(each.id())).contains(each);
        } catch (EngineException e) {
          damaged.add(each.id());
        }
      }
      assertThat(damaged).as("event %s", event).hasSizeLessThanOrEqualTo(1);
      told += damaged.size();
      close();
      Files.move(whole, home.resolve("journal.db"), REPLACE_EXISTING);
    }
    assertThat(told).isPositive();
  }

  /** Makes a row of the events point behind its page, in a table that is one page. */
  private void misplace(int row) throws Exception {
    long page;
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + home.resolve("journal.db"));
        Statement statement = connection.createStatement();
        ResultSet root =
            statement.executeQuery("SELECT rootpage FROM sqlite_schema WHERE name = 'event'")) {
      page = root.getLong(1) - 1;
    }
    try (RandomAccessFile file = new RandomAccessFile(home.resolve("journal.db").toFile(), "rw")) {
      file.seek(page * 4_096);
      assertThat(file.read()).as("a leaf of a table").isEqualTo(13);
      file.seek(page * 4_096 + 3);
      assertThat(file.readShort()).isGreaterThanOrEqualTo((short) 20);
      file.seek(page * 4_096 + 8 + 2L * row);
      int place = file.readShort();
      file.seek(page * 4_096 + 8 + 2L * row);
      file.writeShort(place ^ 8);
    }
  }

  @Test
  void aDamagedRowHidesNoOtherRun() throws Exception {
    open(TestNodes.catalog());
    RunId damaged = run(SET, Item.of("n", 1)).id();
    RunId whole = run(SET, Item.of("n", 2)).id();
    close();
    change("journal.db", "UPDATE run SET status = 'RUNNING', ended = NULL WHERE id = 1");
    open(TestNodes.catalog());
    assertThat(engine.runs(10)).extracting(RunSummary::id).containsExactly(whole, damaged);
    assertThat(engine.runs(10).getLast().error().orElseThrow().message())
        .contains("the row of run 1 is damaged");
    assertThat(engine.interrupted()).extracting(RunSummary::id).containsExactly(damaged);
  }

  @Test
  void aDamagedRunThatHasNotEndedCanBeCancelledAndThenGoes() throws Exception {
    open(TestNodes.catalog());
    RunId damaged = run(SET, Item.of("n", 1)).id();
    RunId headless = run(SET, Item.of("n", 2)).id();
    run(SET, Item.of("n", 3));
    close();
    change(
        "journal.db",
        "UPDATE run SET status = 'RUNNING', ended = NULL, state_crc32c = NULL WHERE id < 3");
    change("journal.db", "UPDATE event SET body = body || ' ' WHERE run = 1");
    change("journal.db", "DELETE FROM event WHERE run = 2");
    open(TestNodes.catalog(), options().takingUp(false, false));
    Retention none = new Retention(Optional.empty(), OptionalLong.of(0), OptionalLong.empty());
    assertThat(engine.prune(none)).isZero();
    assertThat(engine.runs(10)).hasSize(3);
    assertThat(engine.interrupted())
        .filteredOn(run -> run.id().equals(damaged))
        .singleElement()
        .satisfies(run ->
            assertThat(run.error().orElseThrow().message())
                .contains("of run " + damaged + " is damaged"));
    for (RunId each : List.of(damaged, headless)) {
      assertThatThrownBy(() -> engine.resume(each)).isInstanceOf(EngineException.class);
      engine.cancel(each);
    }
    assertThat(engine.runs(10).subList(1, 3))
        .allSatisfy(run -> {
          assertThat(run.status()).isEqualTo(RunStatus.CANCELLED);
          assertThat(run.error().orElseThrow().message()).contains("damaged");
        });
    assertThat(engine.prune(none)).isEqualTo(2);
    assertThat(engine.runs(10)).hasSize(1);
  }

  @Test
  void aDamagedRunThatWasCalledEndsWithItsCaller() throws Exception {
    NodeCatalog catalog =
        TestNodes.catalog(CallingNodes.CALL, CallingNodes.CALLED, CallingNodes.ASK);
    open(catalog);
    WorkflowFiles.save(
        workflow("Child")
            .node("called", "trigger.subworkflow")
            .node("hold", "test.ask")
            .connect("called -> hold")
            .build(),
        home.resolve("child.json"));
    Workflow parent =
        workflow("Parent")
            .node("start", "test.start")
            .node("call", "test.call")
            .parameter("call", "file", "child.json")
            .connect("start -> call")
            .build();
    RunId caller = engine.start(RunRequest.of(parent, home));
    Instant end = Instant.now().plusSeconds(20);
    while (engine.runs(1).getFirst().status() != RunStatus.WAITING && Instant.now().isBefore(end)) {
      Thread.sleep(20);
    }
    assertThat(engine.unfinished()).hasSize(2);
    close();
    change("journal.db", "UPDATE event SET body = body || ' ' WHERE run = 2 AND seq = 1");
    open(catalog);
    engine.cancel(caller);
    assertThat(engine.unfinished()).isEmpty();
    assertThat(engine.runs(2)).extracting(RunSummary::status).containsOnly(RunStatus.CANCELLED);
  }

  @Test
  void aScheduleThatIsDamagedIsToldAndAnotherOneListens() throws Exception {
    open(TestNodes.catalog(new ClockTrigger()));
    for (String id : List.of("one", "two")) {
      engine.activate(
          workflow(id)
              .id(id)
              .node("clock", "test.clock")
              .parameter("clock", "every", 3_600)
              .node("it", "test.set")
              .connect("clock -> it")
              .build(),
          home);
    }
    close();
    change("journal.db", "UPDATE schedule SET settled = settled + 1 WHERE workflow_id = 'one'");
    open(TestNodes.catalog(new ClockTrigger()), options().withTriggers());
    assertThat(engine.active())
        .extracting(active -> active.triggers().getFirst().problem().orElse("listens"))
        .containsExactly(
            "how far the schedule “clock” has come is damaged: make the workflow active again when"
                + " that is mended",
            "listens");
  }

  @Test
  void damageOfWhatATriggerBeganLastHidesNoActiveWorkflow() throws Exception {
    Instant noon = Instant.parse("2026-03-01T12:00:00Z");
    open(TestNodes.catalog(new ClockTrigger()), options().withTriggers().withClock(() -> noon));
    engine.activate(
        workflow("Hourly")
            .node("clock", "test.clock")
            .parameter("clock", "every", 3_600)
            .parameter("clock", "missed", "once")
            .node("work", "test.set")
            .connect("clock -> work")
            .build(),
        home);
    open(
        TestNodes.catalog(new ClockTrigger()),
        options().withTriggers().withClock(() -> noon.plusSeconds(3_600)));
    while (engine.active().getFirst().triggers().getFirst().lastRun().isEmpty()) {
      Thread.sleep(5);
    }
    engine.awaitQuiet();
    close();
    change("journal.db", "UPDATE run SET status = 'FAILED' WHERE id = 1");

    open(TestNodes.catalog(new ClockTrigger()), options());

    ActiveTrigger trigger = engine.active().getFirst().triggers().getFirst();
    assertThat(trigger.last()).contains(noon.plusSeconds(3_600));
    assertThat(trigger.lastRun()).isEmpty();
  }

  @Test
  void aFileThatIsNoStoreIsRefusedInOneLine() throws Exception {
    Files.write(
        home.resolve("journal.db"),
        "not a database, ".repeat(500).getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> open(TestNodes.catalog()))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("journal.db")
        .message()
        .doesNotContain("\n");
    Files.delete(home.resolve("journal.db"));
    open(TestNodes.catalog());
    assertThat(engine.runs(1)).isEmpty();
  }

  @Test
  void aStoreOfANewerVersionIsRefused() throws Exception {
    open(TestNodes.catalog());
    close();
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + home.resolve("journal.db"));
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA user_version = 99");
    }
    assertThatThrownBy(() -> open(TestNodes.catalog())).hasMessageContaining("newer version");
  }

  @Test
  void aFullDiskParksTheRunAndItGoesOnWhenThereIsRoom() throws Exception {
    Path disk = home.resolve("disk");
    Files.createDirectories(disk);
    Assumptions.assumeTrue(
        command("mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", disk.toString()) == 0,
        "no right to mount a small disk: the full disk is not tried");
    try {
      Workflow large =
          workflow("Large")
              .node("start", "test.start")
              .node("make", "test.make")
              .parameter("make", "count", 4_000_000)
              .node("it", "test.set")
              .connect("start -> make", "make -> it")
              .build();
      LocalEngine.Options options = options().withReserve(6L * 1024 * 1024);
      try (LocalEngine small =
          LocalEngine.open(disk.resolve("home"), TestNodes.catalog(), options)) {
        RunView full = small.await(small.start(request(large)));
        assertThat(full.status()).isEqualTo(RunStatus.INTERRUPTED);
        assertThat(full.summary().error().orElseThrow().message()).contains("is full");
        assertThatThrownBy(() -> small.start(request(SET)))
            .isInstanceOfSatisfying(
                EngineException.class,
                e -> assertThat(e.reason()).isEqualTo(EngineException.Reason.STORE_FULL));
        assertThat(command("mount", "-o", "remount,size=400m", disk.toString())).isZero();
        assertThat(small.await(small.start(request(SET, Item.of("n", 1)))).status())
            .isEqualTo(RunStatus.SUCCEEDED);
        RunView view = whenItWentOnByItself(small, full);
        assertThat(view.status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(view.nodes().get("it").itemsOut("main")).isEqualTo(4_000_000);
        assertThat(view.nodes().get("start").activations()).hasSize(1);
      }
    } finally {
      command("umount", disk.toString());
    }
  }

  private static RunView whenItWentOnByItself(LocalEngine engine, RunView run) throws Exception {
    long begin = System.nanoTime();
    while (engine.run(run.id()).orElseThrow().status() == RunStatus.INTERRUPTED
        && System.nanoTime() - begin < TimeUnit.SECONDS.toNanos(5)) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    return engine.await(run.id());
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
