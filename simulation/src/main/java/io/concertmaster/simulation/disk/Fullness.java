package io.concertmaster.simulation.disk;

import io.concertmaster.engine.local.run.Room;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;

/** A disk that is full for a while, and the room that is held back for that. */
public final class Fullness implements Room {
  /** What SQLite's driver says then. */
  private static final int FULL = 13;

  private final BooleanSupplier full;
  private boolean givenUp;

  /**
   * A disk.
   *
   * @param full whether it is full now
   */
  public Fullness(BooleanSupplier full) {
    this.full = full;
  }

  /** Whether nothing fits now. */
  public boolean isFull() {
    return full.getAsBoolean();
  }

  /** Lets a write or a commit fail while the disk is full. */
  public void refuse() throws SQLException {
    if (full.getAsBoolean()) {
      throw new SQLException("database or disk is full", null, FULL);
    }
  }

  /** Gives up the room: too little to help. */
  public void giveUp() {
    givenUp = true;
  }

  @Override
  public boolean isShort() {
    return givenUp;
  }

  @Override
  public boolean hold() {
    givenUp = givenUp && full.getAsBoolean();
    return !givenUp;
  }

  @Override
  public String why() {
    return "the simulated disk is full";
  }
}
