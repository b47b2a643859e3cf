package io.concertmaster.simulation.disk;

import java.sql.SQLException;

/** What may happen while a process uses the disk: others go on, the disk is full, it dies. */
@FunctionalInterface
public interface Hazards {
  /** A moment at which something may happen. */
  enum Moment {
    /** A transaction is about to begin. */
    BEGIN,
    /** A row of a transaction is about to be written. */
    WRITE,
    /** Everything of a transaction is written, and nothing of it will be there after a crash. */
    COMMIT,
    /** All of it will be there, and nobody has heard so yet. */
    COMMITTED
  }

  /**
   * Lets happen what happens.
   *
   * @param file its name
   * @throws SQLException what the disk says instead of going on
   */
  void at(String file, Moment moment) throws SQLException;
}
