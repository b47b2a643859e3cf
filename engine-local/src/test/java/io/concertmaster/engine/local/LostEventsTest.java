package io.concertmaster.engine.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunView;
import io.concertmaster.node.Effect;
import io.concertmaster.node.NodeCatalog;
import io.concertmaster.node.data.Item;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A wrong bit in the index of events hides the newest ones of a run. */
class LostEventsTest extends EngineFixture {
  private final CountDownLatch held = new CountDownLatch(1);
  private final NodeCatalog catalog =
      TestNodes.catalog(CallingNodes.ASK, TestNodes.held("test.unsafe", Effect.UNSAFE, held));

  /** Makes the index say that events of a run, from a number on, are those of another. */
  private void hide(RunId run, int from) throws Exception {
    close();
    Path journal = home.resolve("journal.db");
    int hidden = 0;
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + journal);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
      byte[] file = Files.readAllBytes(journal);
      try (ResultSet row =
          statement.executeQuery(
              "SELECT seq, pos FROM event WHERE run = " + run + " AND seq >= " + from)) {
        while (row.next()) {
          // The record of the index: its length, that of its head, three small numbers.
          byte[] record = {7, 4, 1, 1, 1, (byte) run.number(), row.getByte(1), row.getByte(2)};
          file[placeOf(record, file) + 5] ^= 64;
          hidden++;
        }
      }
      Files.write(journal, file);
    }
    assertThat(hidden).isPositive();
    Files.deleteIfExists(home.resolve("journal.db-wal"));
    Files.deleteIfExists(home.resolve("journal.db-shm"));
  }

  private static int placeOf(byte[] record, byte[] file) {
    for (int at = 0; at < file.length - record.length; at++) {
      if (Arrays.equals(file, at, at + record.length, record, 0, record.length)) {
        return at;
      }
    }
    throw new AssertionError("the index has no such record");
  }

  private RunId second(String type) throws Exception {
    open(catalog);
    run(StoreFixture.through("test.set"), Item.of("n", 1));
    return engine.start(request(StoreFixture.through(type), Item.of("n", 2)));
  }

  @Test
  void ofARunThatHasEndedAllIsStillTold() throws Exception {
    RunId run = second("test.set");
    RunView whole = engine.await(run);
    assertThat(whole.status()).isEqualTo(RunStatus.SUCCEEDED);
    hide(whole.id(), 5);

    open(catalog);

    assertThat(engine.run(whole.id())).contains(whole);
  }

  @Test
  void aRunThatWaitsIsStillWaiting() throws Exception {
    RunId run = second("test.ask");
    RunView whole = engine.await(run);
    assertThat(whole.status()).isEqualTo(RunStatus.WAITING);
    hide(whole.id(), 5);

    open(catalog);

    RunView again = engine.run(whole.id()).orElseThrow();
    assertThat(again.answerToken()).isPresent().isEqualTo(whole.answerToken());
    engine.resume(whole.id(), again.answerToken().orElseThrow(), List.of());
    assertThat(engine.await(whole.id()).status()).isEqualTo(RunStatus.SUCCEEDED);
  }

  /** Its beginning is what is hidden: without that it would be done a second time, unasked. */
  @Test
  void aStepOfUncertainEffectIsAskedAbout() throws Exception {
    RunId run = second("test.unsafe");
    held.await();
    close();
    hide(run, 5);
    open(catalog, options().takingUp(false, false));

    assertThatThrownBy(() -> engine.resume(run))
        .isInstanceOfSatisfying(
            EngineException.class,
            e -> assertThat(e.reason()).isEqualTo(EngineException.Reason.UNCERTAIN));
  }
}
