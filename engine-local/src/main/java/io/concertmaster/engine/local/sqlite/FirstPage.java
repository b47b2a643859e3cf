package io.concertmaster.engine.local.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;

/**
 * The first page of a database: without it nothing else can be read.
 *
 * <p>Design note. It holds the header and the schema, which change only with the schema's version.
 * A copy lies beside the database, with a checksum; where the page differs from it in a single bit,
 * that bit is put right. Where it differs in more, somebody changed the database (VACUUM does), and
 * it is left alone. Source of the format: sqlite.org/fileformat2.html.
 */
final class FirstPage {
  /** Of the header's fields those from here to there change with the data. */
  private static final int COUNTERS = 24;

  private static final int SIZE = 28;
  private static final int COUNTERS_END = 40;
  private static final int VERSIONS = 92;
  private static final int HEADER_END = 100;

  private FirstPage() {}

  private static Path copy(Path database) {
    return database.resolveSibling(database.getFileName() + ".first");
  }

  /** Whether a copy is there. */
  static boolean isKept(Path database) {
    return Files.exists(copy(database));
  }

  /** Forgets the copy: the schema is about to change. */
  static void forget(Path database) throws IOException {
    Files.deleteIfExists(copy(database));
  }

  /** Keeps a copy, when the log has been folded into the database. */
  static void keep(Path database, int pageSize) throws IOException {
    ByteBuffer page = ByteBuffer.allocate(pageSize + 8);
    try (FileChannel file = FileChannel.open(database)) {
      if (file.read(page.limit(pageSize), 0) < pageSize) {
        return;
      }
    }
    page.limit(pageSize + 8).putLong(pageSize, sum(page, pageSize));
    Path fresh = database.resolveSibling(database.getFileName() + ".first-new");
    Files.write(fresh, page.array());
    Files.move(fresh, copy(database), StandardCopyOption.REPLACE_EXISTING);
  }

  private static long sum(ByteBuffer page, int length) {
    CRC32C crc = new CRC32C();
    crc.update(page.duplicate().clear().limit(length));
    return crc.getValue();
  }

  /** The copy; empty where none is kept, or where it is damaged itself. */
  static Optional<ByteBuffer> kept(Path database) throws IOException {
    if (!isKept(database)) {
      return Optional.empty();
    }
    ByteBuffer kept = ByteBuffer.wrap(Files.readAllBytes(copy(database)));
    int length = kept.capacity() - 8;
    boolean whole = length >= HEADER_END && kept.getLong(length) == sum(kept, length);
    return whole ? Optional.of(kept.slice(0, length)) : Optional.empty();
  }

  /**
   * Whether a page of the same length says what a copy says, but for what changes with the data; of
   * that, two fields of the header are always the same.
   */
  static boolean agrees(ByteBuffer kept, ByteBuffer page) {
    return page.capacity() == kept.capacity()
        && page.getInt(COUNTERS) == page.getInt(VERSIONS)
        && IntStream.range(0, kept.capacity())
            .allMatch(at -> !isConstant(at) || page.get(at) == kept.get(at));
  }

  /**
   * Whether the database has a size by this page.
   *
   * @param pages as the frame says it that ends a transaction; 0 in any other frame
   */
  static boolean hasSize(ByteBuffer page, int pages) {
    return pages == 0 || page.getInt(SIZE) == pages;
  }

  /** Whether the page was written by the same version of SQLite as the copy. */
  static boolean isOfSameVersion(ByteBuffer kept, ByteBuffer page) {
    return page.getInt(HEADER_END - 4) == kept.getInt(HEADER_END - 4);
  }

  /** Puts a single wrong bit right; when no process has the database open. */
  static void mend(Path database) throws IOException {
    Optional<ByteBuffer> copy = kept(database);
    if (copy.isEmpty() || !Files.exists(database)) {
      return;
    }
    ByteBuffer kept = copy.get();
    int length = kept.capacity();
    try (FileChannel file =
        FileChannel.open(database, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      ByteBuffer page = ByteBuffer.allocate(length);
      if (file.read(page, 0) < length) {
        return;
      }
      int wrong = -1;
      int bits = 0;
      for (int at = 0; at < length; at++) {
        int differs = isConstant(at) ? Integer.bitCount((page.get(at) ^ kept.get(at)) & 0xFF) : 0;
        bits += differs;
        wrong = differs > 0 ? at : wrong;
      }
      if (bits == 1) {
        System.getLogger(FirstPage.class.getName())
            .log(
                System.Logger.Level.WARNING, "a wrong bit at the start of {0} is mended", database);
        file.write(ByteBuffer.wrap(new byte[] {kept.get(wrong)}), wrong);
        file.force(false);
      }
    }
  }

  private static boolean isConstant(int at) {
    return at < COUNTERS || (at >= COUNTERS_END && at < VERSIONS) || at >= HEADER_END;
  }
}
