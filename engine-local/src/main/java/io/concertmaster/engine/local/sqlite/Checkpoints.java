package io.concertmaster.engine.local.sqlite;

import java.sql.SQLException;

/**
 * Folds the log of a file into it, whenever the log has grown.
 *
 * <p>Design note. SQLite by itself does so within the commit that made the log long, and whoever
 * waits for that commit waits several times as long as for others. So the writer does it, when it
 * has acknowledged what it wrote. A log from which somebody reads stays as it is until next time.
 */
final class Checkpoints {
  /** A log of so many pages is folded; SQLite's own number. */
  private static final int PAGES = 1_000;

  private Checkpoints() {}

  /** The setting by which a connection leaves it to us. */
  static final String BY_HAND = "wal_autocheckpoint = 0";

  /** Folds the log, where it is long; on the connection that writes, between transactions. */
  static void afterWrite(Statements writer) {
    try {
      // How many pages it has, of which so many are folded.
      if (writer.numbers("PRAGMA wal_checkpoint(NOOP)", 3)[1] >= PAGES) {
        writer.numbers("PRAGMA wal_checkpoint(PASSIVE)", 3);
      }
    } catch (SQLException e) {
      // What is in the log is durable; a disk that is full or broken shows at the next write.
      System.getLogger(Checkpoints.class.getName())
          .log(System.Logger.Level.DEBUG, "the log is not folded", e);
    }
  }
}
