package io.concertmaster.engine.local.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.engine.local.machine.Disk;
import io.concertmaster.engine.local.machine.Machine;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteCommitListener;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteUpdateListener;

class PruningTest {
  /** A transaction holds up whoever begins a run meanwhile. */
  private static final int BOUND = 10_000;

  @TempDir Path folder;

  private final Deletions deletions = new Deletions();
  private Path file;

  /** A disk that counts how many rows each transaction deletes. */
  private static final class Deletions implements Disk {
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger all = new AtomicInteger();

    @Override
    public Connection open(Path file, Properties settings) throws SQLException {
      Connection connection = Disk.SQLITE.open(file, settings);
      SQLiteConnection sqlite = connection.unwrap(SQLiteConnection.class);
      sqlite.addUpdateListener((type, _, table, _) -> {
        if (type == SQLiteUpdateListener.Type.DELETE && table.equals("event")) {
          now.incrementAndGet();
          all.incrementAndGet();
        }
      });
      sqlite.addCommitListener(
          new SQLiteCommitListener() {
            @Override
            public void onCommit() {
              most.accumulateAndGet(now.getAndSet(0), Math::max);
            }

            @Override
            public void onRollback() {
              now.set(0);
            }
          });
      return connection;
    }
  }

  @BeforeEach
  void makeStore() {
    file = folder.resolve("journal.db");
    Journal.open(Machine.THIS, file, () -> {}).close();
  }

  /** Writes runs that have so many events, numbered from 1. */
  private void runs(int... events) throws SQLException {
    try (Connection connection = Disk.SQLITE.open(file, new Properties())) {
      connection.setAutoCommit(false);
      try (PreparedStatement run =
              connection.prepareStatement(
                  "INSERT INTO run(id, definition, workflow_id, workflow_name, started, status,"
                      + " ended) VALUES(?, '', '', '', 0, 'SUCCEEDED', 1)");
          PreparedStatement event =
              connection.prepareStatement(
                  "INSERT INTO event(run, seq, kind, node, ts, crc32c, body)"
                      + " VALUES(?, ?, '', '', 0, 0, '')")) {
        for (int i = 0; i < events.length; i++) {
          run.setLong(1, i + 1);
          run.executeUpdate();
          for (int seq = 0; seq < events[i]; seq++) {
            event.setLong(1, i + 1);
            event.setInt(2, seq);
            event.addBatch();
          }
          event.executeBatch();
        }
      }
      connection.commit();
    }
  }

  private int count(String table) throws SQLException {
    try (Connection connection = Disk.SQLITE.open(file, new Properties());
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table)) {
      return row.getInt(1);
    }
  }

  private void delete(int runs) throws InterruptedException {
    List<Long> all = LongStream.rangeClosed(1, runs).boxed().toList();
    try (Journal journal =
        Journal.open(new Machine(Machine.THIS.threads(), deletions), file, () -> {})) {
      journal.pruning().delete(all);
    }
  }

  @Test
  void noTransactionDeletesMoreThanItsBoundWhateverTheSizesOfTheRuns() throws Exception {
    runs(1, 3_000, 3_000, 3_000, 3_000, 25_000, 1, 10_000, 20_000, 3_000, 7);
    delete(10);
    assertThat(deletions.all).hasValue(70_002);
    assertThat(deletions.most).hasValueLessThanOrEqualTo(BOUND);
    assertThat(count("run")).isEqualTo(1);
    assertThat(count("event")).isEqualTo(7);
  }

  @Test
  void whatACrashLeftOfALargeRunGoesTheNextTime() throws Exception {
    runs(25_000, 2, 7);
    try (Connection connection = Disk.SQLITE.open(file, new Properties());
        Statement statement = connection.createStatement()) {
      statement.execute("DELETE FROM run WHERE id = 1");
      statement.execute("DELETE FROM event WHERE run = 1 AND seq < 10000");
    }
    delete(0);
    assertThat(deletions.all).hasValue(15_000);
    assertThat(deletions.most).hasValueLessThanOrEqualTo(BOUND);
    assertThat(count("event")).isEqualTo(9);
  }
}
