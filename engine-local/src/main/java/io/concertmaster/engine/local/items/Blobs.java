package io.concertmaster.engine.local.items;

import io.concertmaster.engine.local.machine.Machine;
import io.concertmaster.engine.local.sqlite.GroupWriter;
import io.concertmaster.engine.local.sqlite.Readers;
import io.concertmaster.engine.local.sqlite.Shrink;
import io.concertmaster.engine.local.sqlite.SqliteFile;
import io.concertmaster.engine.local.sqlite.Statements;
import io.concertmaster.engine.local.sqlite.StoreException;
import io.concertmaster.model.io.Sha256;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The rows of {@code items.db}: runs of bytes named by the SHA-256 of what they hold, so that the
 * same content lies there once. What is read is held against its checksum and never handed out
 * damaged.
 */
public final class Blobs implements AutoCloseable {
  /** What a row holds. Numbers never change. */
  enum Kind {
    CHUNK(1),
    CONTENTS(2),
    FILE_PART(3),
    FILE_CONTENTS(4);

    private final int number;

    Kind(int number) {
      this.number = number;
    }
  }

  /**
   * How many bytes may wait for the writer before those who write have to wait, in KiB: so a disk
   * that is slower than the nodes holds them back, and no run finds many rows of another before its
   * own.
   */
  static final int WAITING =
      Math.clamp(Runtime.getRuntime().maxMemory() >> 15, 2 * 1_024, 8 * 1_024);

  /** A sweep waits a second for steps that are under way. */
  private static final int LOOKS = 40;

  private static final long LOOK_MILLIS = 25;

  private static final String INSERT =
      "INSERT INTO blob(hash, kind, crc32c, body) VALUES(?, ?, ?, ?) ON CONFLICT(hash) DO UPDATE"
          + " SET crc32c = excluded.crc32c, body = excluded.body"
          + " WHERE crc32c <> excluded.crc32c OR body <> excluded.body"; // one that is damaged
  // heals
  private static final String SELECT = "SELECT crc32c, body FROM blob ";

  private final Path path;
  private final Optional<GroupWriter> writer;
  private final Readers readers;
  private final Semaphore room = new Semaphore(WAITING, true);
  private final Unnamed unnamed = new Unnamed();

  private Blobs(Path path, Optional<GroupWriter> writer, Readers readers) {
    this.path = path;
    this.writer = writer;
    this.readers = readers;
  }

  /** How many writes wait for the disk; 0 where nothing is written. */
  public int queued() {
    return writer.map(GroupWriter::queued).orElse(0);
  }

  /**
   * The time within which a part of the writes of the last minute became durable.
   *
   * @param part from 0 to 1
   * @return zero where nothing was written
   */
  public Duration commitTime(double part) {
    return writer.map(each -> each.times().quantile(part)).orElse(Duration.ZERO);
  }

  /** Opens the file, or makes it. */
  public static Blobs open(Machine machine, Path path, Runnable giveUpReserve) {
    SqliteFile file = file(machine, path).mended();
    GroupWriter writer = new GroupWriter(file, giveUpReserve);
    return new Blobs(path, Optional.of(writer), new Readers(file, 2));
  }

  /** Opens the file for reading only. */
  public static Blobs openReadOnly(Path path) {
    return new Blobs(path, Optional.empty(), new Readers(file(path), 2));
  }

  /** The file on this machine, and how it is opened. */
  public static SqliteFile file(Path path) {
    return file(Machine.THIS, path);
  }

  private static SqliteFile file(Machine machine, Path path) {
    return new SqliteFile(machine, path, 16_384, List.of("items-1.sql"), Blobs.class);
  }

  /** The name of a content. */
  static byte[] hash(byte[] content) {
    return Sha256.begin().digest(content);
  }

  /**
   * Queues a content for writing; waits while many others wait.
   *
   * @return completes when it is durable
   */
  CompletableFuture<Void> put(Kind kind, byte[] hash, byte[] content) throws InterruptedException {
    GroupWriter open = writer.orElseThrow(StoreException::closed);
    unnamed.put(hash);
    byte[] frame = Frame.pack(content);
    long checksum = Frame.checksum(frame);
    int kilobytes = Math.min(WAITING, 1 + frame.length / 1_024);
    room.acquire(kilobytes);
    CompletableFuture<Void> done =
        open.submit(statements -> {
          PreparedStatement insert = statements.of(INSERT);
          insert.setBytes(1, hash);
          insert.setInt(2, kind.number);
          insert.setLong(3, checksum);
          insert.setBytes(4, frame);
          insert.executeUpdate();
        });
    return done.whenComplete((nothing, failure) -> room.release(kilobytes));
  }

  /**
   * The content of a name.
   *
   * @param what names it for people, for the message
   * @throws StoreException when it is not there or damaged
   */
  byte[] get(byte[] hash, String what) {
    byte[] frame =
        readers.read(
            statements -> frame(statements, SELECT + "WHERE hash = ?", hash, what),
            statements -> frame(statements, SELECT + "NOT INDEXED WHERE hash = ?", hash, what));
    try {
      byte[] content = Frame.unpack(frame);
      if (!Arrays.equals(hash(content), hash)) {
        throw StoreException.damaged(path, what + " " + HexFormat.of().formatHex(hash), null);
      }
      return content;
    } catch (IllegalArgumentException e) {
      throw StoreException.damaged(path, what, e);
    }
  }

  private byte[] frame(Statements statements, String sql, byte[] hash, String what)
      throws SQLException {
    PreparedStatement select = statements.of(sql);
    select.setBytes(1, hash);
    try (ResultSet row = select.executeQuery()) {
      if (!row.next()) {
        throw StoreException.damaged(path, what + " is missing and", null);
      }
      byte[] body = row.getBytes(2);
      if (Frame.checksum(body) != row.getLong(1)) {
        throw StoreException.damaged(path, what, null);
      }
      return body;
    }
  }

  /** What is stored and not named yet. */
  public Unnamed unnamed() {
    return unnamed;
  }

  /**
   * Begins to take away what no event names; empty while a step is under way that has stored
   * something: then it can be tried again later.
   */
  public Optional<Sweep> sweep() throws InterruptedException {
    GroupWriter open = writer.orElseThrow(StoreException::closed);
    Optional<Sweep> sweep = Optional.empty();
    unnamed.note();
    try {
      for (int look = 0; look < LOOKS && !unnamed.isSettled(); look++) {
        TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      }
      if (unnamed.isSettled()) {
        sweep = Optional.of(new Sweep(this, readers, open, unnamed));
      }
      return sweep;
    } finally {
      if (sweep.isEmpty()) {
        unnamed.putOff();
      }
    }
  }

  /** Gives room back to the disk. */
  public void shrink() throws InterruptedException {
    Shrink.run(readers, writer.orElseThrow(StoreException::closed));
  }

  /** Bytes that the contents use. */
  public long used() {
    return Shrink.used(readers);
  }

  /** Whether a content is there, damaged or not. */
  public boolean has(byte[] hash) {
    return readers.read(statements -> {
      PreparedStatement select = statements.of("SELECT 1 FROM blob WHERE hash = ?");
      select.setBytes(1, hash);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    });
  }

  /** Something that was read makes no sense. */
  StoreException damaged(String what, Throwable cause) {
    return StoreException.damaged(path, what, cause);
  }

  @Override
  public void close() {
    readers.close();
    writer.ifPresent(GroupWriter::close);
  }
}
