package io.concertmaster.engine.local.items;

import io.concertmaster.engine.local.machine.Machine;
import io.concertmaster.engine.local.sqlite.GroupWriter;
import io.concertmaster.engine.local.sqlite.Readers;
import io.concertmaster.engine.local.sqlite.SqliteFile;
import io.concertmaster.engine.local.sqlite.StoreException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

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

  /** How many rows may wait for the writer before those who write have to wait. */
  private static final int WAITING = 64;

  private static final String INSERT =
      "INSERT OR IGNORE INTO blob(hash, kind, crc32c, body) VALUES(?, ?, ?, ?)";
  private static final String SELECT = "SELECT crc32c, body FROM blob WHERE hash = ?";

  private final Path path;
  private final Optional<GroupWriter> writer;
  private final Readers readers;
  private final Semaphore room = new Semaphore(WAITING);

  private Blobs(Path path, Optional<GroupWriter> writer, Readers readers) {
    this.path = path;
    this.writer = writer;
    this.readers = readers;
  }

  /** Opens the file, or makes it. */
  public static Blobs open(Machine machine, Path path, Runnable giveUpReserve) {
    SqliteFile file = file(machine, path);
    GroupWriter writer = new GroupWriter(file, giveUpReserve);
    return new Blobs(path, Optional.of(writer), new Readers(file, 2));
  }

  /** Opens the file for reading only. */
  public static Blobs openReadOnly(Path path) {
    return new Blobs(path, Optional.empty(), new Readers(file(Machine.THIS, path), 2));
  }

  static SqliteFile file(Machine machine, Path path) {
    return new SqliteFile(machine, path, 16_384, List.of("items-1.sql"), Blobs.class);
  }

  /** The name of a content. */
  static byte[] hash(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /**
   * Queues a content for writing; waits while many others wait.
   *
   * @return completes when it is durable
   */
  CompletableFuture<Void> put(Kind kind, byte[] hash, byte[] content) throws InterruptedException {
    GroupWriter open = writer.orElseThrow(StoreException::closed);
    byte[] frame = Frame.pack(content);
    long checksum = Frame.checksum(frame);
    room.acquire();
    CompletableFuture<Void> done =
        open.submit(statements -> {
          PreparedStatement insert = statements.of(INSERT);
          insert.setBytes(1, hash);
          insert.setInt(2, kind.number);
          insert.setLong(3, checksum);
          insert.setBytes(4, frame);
          insert.executeUpdate();
        });
    return done.whenComplete((nothing, failure) -> room.release());
  }

  /**
   * The content of a name.
   *
   * @param what names it for people, for the message
   * @throws StoreException when it is not there or damaged
   */
  byte[] get(byte[] hash, String what) {
    byte[] frame =
        readers.read(statements -> {
          PreparedStatement select = statements.of(SELECT);
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
        });
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
