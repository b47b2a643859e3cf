package io.concertmaster.engine.local.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A store that could not be read or written. The message is for people, in one line. */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private static final int BUSY = 5;
  private static final int READ_ONLY = 8;
  private static final int IO = 10;
  private static final int CORRUPT = 11;
  private static final int FULL_CODE = 13;
  private static final int CANNOT_OPEN = 14;
  private static final int NOT_A_DATABASE = 26;

  /** Below this an I/O error is taken for a full disk: the shared-memory file reports it so. */
  private static final long NOTHING_LEFT = 256 * 1024;

  /** What is wrong. */
  public enum Kind {
    /** The disk is full. */
    FULL,
    /** What was read is not what was written. */
    DAMAGED,
    /** Another process writes. */
    BUSY,
    /** Anything else. */
    FAILED,
    /** The store was closed. */
    CLOSED
  }

  private final Kind kind;

  public StoreException(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** What is wrong. */
  public Kind kind() {
    return kind;
  }

  /** Whether all would be well with more room on the disk. */
  public boolean isForWantOfRoom() {
    return kind == Kind.FULL
        || (getCause() instanceof StoreException earlier && earlier.isForWantOfRoom());
  }

  @Override
  public String getMessage() {
    String message = super.getMessage();
    return message == null ? "" : message;
  }

  /** Throws this, unless it tells of damage: that stays where it is, and others go on. */
  public void throwUnlessDamaged() {
    if (kind != Kind.DAMAGED) {
      throw this;
    }
  }

  /** The store was closed. */
  public static StoreException closed() {
    return new StoreException(Kind.CLOSED, "the engine is closed", null);
  }

  /** Something in a file is not what was written. */
  public static StoreException damaged(Path file, String what, @Nullable Throwable cause) {
    return new StoreException(Kind.DAMAGED, what + " is damaged in " + file, cause);
  }

  /** The disk of a file is full. */
  public static StoreException full(Path file, @Nullable Throwable cause) {
    return new StoreException(
        Kind.FULL,
        "the disk of "
            + file.getParent()
            + " is full: free some space, and the run goes on, or can be resumed",
        cause);
  }

  /** What an error of SQLite means. */
  public static StoreException of(Path file, SQLException e) {
    int code = e.getErrorCode() & 0xFF;
    if ((code == IO || code == CANNOT_OPEN) && nothingLeft(file)) {
      return full(file, e);
    }
    return switch (code) {
      case FULL_CODE -> full(file, e);
      case CORRUPT, NOT_A_DATABASE -> damaged(file, "the store", e);
      case BUSY ->
          new StoreException(Kind.BUSY, file + " is in use by another process: " + line(e), e);
      case READ_ONLY ->
          new StoreException(Kind.FAILED, file + " cannot be written: it is read-only", e);
      default -> new StoreException(Kind.FAILED, file + " cannot be used: " + line(e), e);
    };
  }

  /** What an error of the system with a file of working data means. */
  public static StoreException of(Path file, IOException e) {
    return nothingLeft(file)
        ? full(file, e)
        : new StoreException(
            Kind.FAILED, "working data in " + file + " cannot be used: " + e.getMessage(), e);
  }

  private static boolean nothingLeft(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    // Where that is not known it is an I/O error like any other.
    return folder != null && FreeSpace.of(folder).orElse(NOTHING_LEFT) < NOTHING_LEFT;
  }

  private static String line(SQLException e) {
    String message = e.getMessage();
    return message == null ? "unknown error" : message.lines().findFirst().orElse("");
  }
}
