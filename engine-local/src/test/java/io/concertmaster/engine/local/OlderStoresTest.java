package io.concertmaster.engine.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concertmaster.engine.Engine;
import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunSummary;
import io.concertmaster.engine.RunView;
import io.concertmaster.engine.UncertainDecision;
import io.concertmaster.node.EachItem;
import io.concertmaster.node.Effect;
import io.concertmaster.node.NodeCatalog;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stores that older versions left after a crash, of each version of the schema. */
class OlderStoresTest extends EngineFixture {
  private static final NodeCatalog CATALOG =
      TestNodes.catalog(
          StoreFixture.WAIT,
          CallingNodes.ASK,
          new ClockTrigger(),
          TestNodes.node("test.safe", Effect.PURE, TestNodes::passOn),
          TestNodes.node("test.unsafe", Effect.UNSAFE, TestNodes::passOn));
  private static final JsonObject END = JsonObject.of("n", 21L, "set", 42L).with("after", "done");

  private void unpack(int version) throws Exception {
    String name = "/io/concertmaster/engine/local/stores/journal-" + version + ".zip";
    try (InputStream resource = OlderStoresTest.class.getResourceAsStream(name);
        ZipInputStream zip = new ZipInputStream(resource)) {
      for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
        Files.copy(zip, home.resolve(each.getName()));
      }
    }
  }

  private static int version(Path database) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA user_version")) {
      return row.getInt(1);
    }
  }

  private void execute(String sql) throws Exception {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + home.resolve("journal.db"));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Why a run began, as the journal tells it. */
  private JsonObject cause(RunId run) throws Exception {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + home.resolve("journal.db"));
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT body FROM event WHERE seq = 0 AND run = " + run.number())) {
      return (JsonObject) Json.parseObject(row.getString(1)).get("cause");
    }
  }

  private List<String> indexes() throws Exception {
    List<String> names = new ArrayList<>();
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + home.resolve("journal.db"));
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT name FROM sqlite_schema WHERE type = 'index'")) {
      while (row.next()) {
        names.add(row.getString(1));
      }
    }
    return names;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void itsRunsAreThereAndThoseThatWereCutShortGoOn(int version) throws Exception {
    unpack(version);
    open(CATALOG);
    assertThat(engine.runs(10).reversed())
        .extracting(RunSummary::status)
        .startsWith(
            RunStatus.SUCCEEDED, RunStatus.WAITING, RunStatus.INTERRUPTED, RunStatus.UNCERTAIN);
    long newest = engine.runs(1).getFirst().id().number();
    RunView ended = engine.run(new RunId(1)).orElseThrow();
    assertThat(sent(ended, "set", "main")).containsExactly(JsonObject.of("n", 21L, "set", 42L));
    engine.resume(new RunId(3));
    engine.resume(new RunId(4), UncertainDecision.SKIP);
    for (long run : new long[] {3, 4}) {
      RunView view = engine.await(new RunId(run));
      assertThat(view.status()).isEqualTo(RunStatus.SUCCEEDED);
      assertThat(sent(view, "after", "main")).containsExactly(END);
      assertThat(view.nodes().get("set").activations()).hasSize(1);
    }
    assertThat(run(StoreFixture.through("test.set"), Item.of("n", 1)).id())
        .isEqualTo(new RunId(newest + 1));
  }

  @Test
  void aRunThatWaitsInItTakesTheAnswerOfALinkThatWasHandedOutThen() throws Exception {
    unpack(3);
    String link = cause(new RunId(5)).get("token") instanceof String token ? token : "none";
    open(CATALOG);
    RunView waiting = engine.run(new RunId(5)).orElseThrow();
    assertThat(waiting.status()).isEqualTo(RunStatus.WAITING);
    assertThat(waiting.answerToken()).contains(link);
    engine.resume(waiting.id(), link, List.of());
    RunView view = engine.await(waiting.id());
    assertThat(view.status()).isEqualTo(RunStatus.SUCCEEDED);
    // The definition to which it was moved has a node more.
    assertThat(sent(view, "more", "main")).containsExactly(END.with("more", "too"));
    assertThatThrownBy(() -> engine.resume(waiting.id(), link, List.of()))
        .hasMessageContaining("is over");
  }

  @Test
  void aRunThatWasCutShortInItGoesOnWhereItWas() throws Exception {
    unpack(3);
    List<Long> positions = new ArrayList<>();
    open(
        TestNodes.catalog(
            TestNodes.node(
                "test.slow",
                Effect.PURE,
                context -> {
                  EachItem.stepByStep(
                      context,
                      (item, position) -> {
                        positions.add(position);
                        context.output().add(item);
                      });
                  return NodeResult.done();
                })));
    engine.resume(new RunId(6));
    RunView view = engine.await(new RunId(6));
    assertThat(view.status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(positions).containsExactly(2L);
    assertThat(sent(view, "after", "main"))
        .extracting(each -> each.get("n"))
        .containsExactly(21L, 22L, 23L);
  }

  @Test
  void aStoreOfANewerVersionIsRefusedForWritingAndForReading() throws Exception {
    unpack(3);
    open(CATALOG);
    close();
    execute("PRAGMA user_version = 99");
    assertThatThrownBy(() -> open(CATALOG)).hasMessageContaining("a newer version");
    try (Engine reading = LocalEngine.openReadOnly(home)) {
      assertThatThrownBy(() -> reading.runs(10))
          .isInstanceOf(EngineException.class)
          .hasMessageContaining("a newer version");
    }
  }

  @Test
  void aWorkflowThatWasActiveInItIsActive() throws Exception {
    unpack(4);
    open(CATALOG, options().withTriggers());
    assertThat(engine.active())
        .singleElement()
        .satisfies(active -> {
          assertThat(active.name()).isEqualTo("Hourly");
          assertThat(active.triggers().getFirst().problem()).isEmpty();
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void aRunThatWaitsInItGoesOnAtItsMoment(int version) throws Exception {
    unpack(version);
    open(CATALOG, options().withClock(InstantSource.fixed(Instant.parse("2100-01-01T00:00:01Z"))));
    while (engine.run(new RunId(2)).orElseThrow().status() == RunStatus.WAITING) {
      Thread.sleep(5); // it is woken on another thread
    }
    RunView view = engine.await(new RunId(2));
    assertThat(view.status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(sent(view, "after", "main")).containsExactly(END);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void itIsBroughtUpToDateAfterACopyOfItWasMade(int version) throws Exception {
    unpack(version);
    open(CATALOG);
    close();
    assertThat(version(home.resolve("journal.db"))).isEqualTo(7);
    assertThat(indexes()).contains("unfinished_run", "run_of_call", "owing_run");
    assertThat(version(home.resolve("journal.db.version-" + version))).isEqualTo(version);
  }
}
