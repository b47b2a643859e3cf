package io.concertmaster.engine.local.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteAheadLogTest {
  private static final int TRANSACTIONS = 20;
  private static final int FRAME = 24 + 4096;

  @TempDir Path folder;
  private Path database;
  private byte[] log;

  /** Twenty transactions in a log that nobody has folded in. */
  @BeforeEach
  void aDatabaseAsACrashLeavesIt() throws Exception {
    Path made = folder.resolve("made.db");
    database = folder.resolve("left.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + made);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = WAL");
      statement.execute("CREATE TABLE t(n)");
      for (int i = 0; i < TRANSACTIONS; i++) {
        statement.execute("INSERT INTO t VALUES(" + i + ")");
      }
      Files.copy(made, database);
      Files.copy(made, folder.resolve("as-it-was.db"));
      log = Files.readAllBytes(folder.resolve("made.db-wal"));
    }
    Files.write(wal(), log);
  }

  private Path wal() {
    return folder.resolve("left.db-wal");
  }

  private void change(long at, int mask) throws Exception {
    try (RandomAccessFile file = new RandomAccessFile(wal().toFile(), "rw")) {
      file.seek(at);
      int before = file.read();
      file.seek(at);
      file.write(before ^ mask);
    }
  }

  private int rows() throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM t")) {
      return row.getInt(1);
    }
  }

  @Test
  void aLogThatIsRightStaysAsItIs() throws Exception {
    WriteAheadLog.mend(database);
    assertThat(Arrays.equals(Files.readAllBytes(wal()), log)).isTrue();
    assertThat(rows()).isEqualTo(TRANSACTIONS);
  }

  @Test
  void aSingleWrongBitThatIsLowInItsWordIsPutRight() throws Exception {
    int third = 32 + 3 * FRAME;
    int last = log.length - FRAME;
    for (int at :
        new int[] {
          3,
          9,
          17,
          25, // the header: magic, page size, salt, checksum
          third,
          third + 4,
          third + 9,
          third + 20,
          third + 24,
          third + 4_000, // a frame
          last,
          last + 13,
          last + 19,
          last + 1_000,
          log.length - 1_004
        }) {
      for (int bit = 0; bit < 8; bit++) {
        Files.write(wal(), log);
        change(at, 1 << bit);
        WriteAheadLog.mend(database);
        boolean same = Arrays.equals(Files.readAllBytes(wal()), log);
        assertThat(same).as("bit %d of byte %d", bit, at).isTrue();
      }
    }
  }

  @Test
  void behindABitOfWhichNobodyCanSayWhereItIsTheLogGoesOn() throws Exception {
    for (int at : new int[] {15, 32 + 3 * FRAME + 24 + 103, 32 + 8 * FRAME + 24 + 1_003}) {
      for (int bit = 4; bit < 8; bit++) {
        Files.deleteIfExists(folder.resolve("left.db-shm"));
        Files.copy(folder.resolve("as-it-was.db"), database, StandardCopyOption.REPLACE_EXISTING);
        Files.write(wal(), log);
        change(at, 1 << bit);
        WriteAheadLog.mend(database);
        assertThat(rows()).as("bit %d of byte %d", bit, at).isEqualTo(TRANSACTIONS);
      }
    }
  }

  @Test
  void theCopyOfTheFirstPageSaysWhichOfItsBitsIsWrong() throws Exception {
    int first = firstPageInTheLog();
    FirstPage.keep(database, 4096);
    Files.write(wal(), log);
    // In the schema's text, and in the counters, of which the copy says that they alone may differ.
    for (int at : new int[] {4_095 - 8, 27, 31, 39}) {
      for (int bit = 6; bit < 8; bit++) {
        int byteOfWord = at | 3; // the highest byte of its word
        Files.write(wal(), log);
        change(first + 24 + byteOfWord, 1 << bit);
        WriteAheadLog.mend(database);
        boolean same = Arrays.equals(Files.readAllBytes(wal()), log);
        assertThat(same).as("bit %d of byte %d", bit, byteOfWord).isTrue();
      }
    }
  }

  /** Where the log's last frame with the first page lies, behind a log that has one. */
  private int firstPageInTheLog() throws Exception {
    Path made = folder.resolve("schema.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + made);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = WAL");
      statement.execute("CREATE TABLE t(n)");
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
      Files.copy(made, database, StandardCopyOption.REPLACE_EXISTING);
      statement.execute(
          "INSERT INTO t VALUES(randomblob(20000))"); // more pages: the header counts them
      log = Files.readAllBytes(folder.resolve("schema.db-wal"));
    }
    int found = -1;
    for (int at = 32; at < log.length; at += FRAME) {
      found = ByteBuffer.wrap(log).getInt(at) == 1 ? at : found;
    }
    assertThat(found).isPositive();
    return found;
  }

  @Test
  void moreThanABitInTheMiddleIsToldAndNotPassedOver() throws Exception {
    change(32 + 3 * FRAME + 24 + 100, 0b110);
    change(32 + 3 * FRAME + 24 + 200, 0b1);
    assertThatThrownBy(() -> WriteAheadLog.mend(database))
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.kind()).isEqualTo(StoreException.Kind.DAMAGED))
        .hasMessageContaining("left.db");
  }

  @Test
  void aTornWriteAtTheEndIsTheEndOfTheLog() throws Exception {
    for (int i = 0; i < 512; i++) {
      change(log.length - 512 + i, 0x5A);
    }
    byte[] torn = Files.readAllBytes(wal());
    WriteAheadLog.mend(database);
    assertThat(Arrays.equals(Files.readAllBytes(wal()), torn)).isTrue();
    assertThat(rows()).isEqualTo(TRANSACTIONS - 1);
  }

  @Test
  void framesOfAnEarlierUseOfTheLogAreNoDamage() throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA wal_checkpoint(RESTART)");
      statement.execute("INSERT INTO t VALUES(77)");
      byte[] used = Files.readAllBytes(wal());
      WriteAheadLog.mend(database);
      assertThat(Arrays.equals(Files.readAllBytes(wal()), used)).isTrue();
    }
    assertThat(rows()).isEqualTo(TRANSACTIONS + 1);
  }
}
