package io.concertmaster.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunSummary;
import io.concertmaster.engine.RunView;
import io.concertmaster.engine.UncertainDecision;
import io.concertmaster.node.Effect;
import io.concertmaster.node.NodeCatalog;
import io.concertmaster.node.data.Item;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stores that older versions left after a crash, of each version of the schema. */
class OlderStoresTest extends EngineFixture {
  private static final NodeCatalog CATALOG =
      TestNodes.catalog(
          StoreFixture.WAIT,
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
  @ValueSource(ints = {1, 2, 3})
  void itsRunsAreThereAndThoseThatWereCutShortGoOn(int version) throws Exception {
    unpack(version);
    open(CATALOG);
    assertThat(engine.runs(10).reversed())
        .extracting(RunSummary::status)
        .containsExactly(
            RunStatus.SUCCEEDED, RunStatus.WAITING, RunStatus.INTERRUPTED, RunStatus.UNCERTAIN);
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
    assertThat(run(StoreFixture.through("test.set"), Item.of("n", 1)).id()).isEqualTo(new RunId(5));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
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
  @ValueSource(ints = {1, 2, 3})
  void itIsBroughtUpToDateAfterACopyOfItWasMade(int version) throws Exception {
    unpack(version);
    open(CATALOG);
    close();
    assertThat(version(home.resolve("journal.db"))).isEqualTo(4);
    assertThat(indexes()).contains("unfinished_run", "run_of_call", "owing_run");
    assertThat(version(home.resolve("journal.db.version-" + version))).isEqualTo(version);
  }
}
