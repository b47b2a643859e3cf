package io.concertmaster.engine.local.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks after the write-ahead log that a crash left, before SQLite reads it.
 *
 * <p>Design note. SQLite takes the first frame with a wrong checksum for the end of the log: right
 * for a write that a power cut tore, but one flipped bit in the middle would silently drop all that
 * was acknowledged after it. A torn write is the newest transaction, and more than a bit is wrong
 * in it. So: a single wrong bit is put right; where it cannot be told which of several it is, the
 * copy of the first page says it for that page, and any other frame gets the checksum of what it
 * holds: the rows' own checksums find the bit. A frame that is wrong beyond that while later
 * transactions stand behind it is damage, and is told. Anything else is left to SQLite. What is
 * mended is written to a new file that takes the log's place.
 */
final class WriteAheadLog {
  private static final int HEADER = 32;
  private static final int FRAME_HEADER = 24;
  private static final int MAGIC = 0x377f0682; // its lowest bit says the order of the words' bytes
  private static final int VERSION = 3_007_000;
  private static final int SUMMED = 8; // bytes of a frame's header that its checksum covers

  private final Path database;
  private final FileChannel file;
  private final ByteBuffer header = ByteBuffer.allocate(HEADER);
  private ByteOrder order = ByteOrder.LITTLE_ENDIAN;
  private ByteBuffer frame = ByteBuffer.allocate(0);

  /** The checksum so far, as it was when the log was written. */
  private LogChecksum written = LogChecksum.START;

  /** The checksum so far, as it is to be: another one behind what is left with a wrong bit. */
  private LogChecksum mended = LogChecksum.START;

  private WriteAheadLog(Path database, FileChannel file) {
    this.database = database;
    this.file = file;
  }

  /**
   * Checks the log of a database that no process has open, and mends single bits.
   *
   * @throws StoreException when the log is damaged so that acknowledged work would be lost
   */
  static void mend(Path database) {
    Path log = database.resolveSibling(database.getFileName() + "-wal");
    Path fresh = database.resolveSibling(database.getFileName() + "-wal.mended");
    try {
      if (!Files.exists(log) || !isWrong(database, log)) {
        return;
      }
      Files.copy(log, fresh, StandardCopyOption.REPLACE_EXISTING);
      try (FileChannel file =
          FileChannel.open(fresh, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
        new WriteAheadLog(database, file).walk(true);
        file.force(true);
      }
      Files.move(fresh, log, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      System.getLogger(WriteAheadLog.class.getName())
          .log(System.Logger.Level.WARNING, "a wrong bit in {0} is mended", log);
    } catch (IOException e) {
      throw new StoreException(
          StoreException.Kind.FAILED, log + " cannot be checked: " + e.getMessage(), e);
    }
  }

  private static boolean isWrong(Path database, Path log) throws IOException {
    try (FileChannel file = FileChannel.open(log)) {
      return new WriteAheadLog(database, file).walk(false);
    }
  }

  /**
   * Goes through the frames.
   *
   * @param write whether to put right what is wrong; else the walk ends there
   * @return whether something is to be put right
   */
  private boolean walk(boolean write) throws IOException {
    if (!read(header, 0)) {
      return false;
    }
    ByteBuffer before = copy(header);
    if (!headerIsKnown()) {
      return false;
    }
    boolean wrong = put(header, before, 0, write);
    for (long at = HEADER; (write || !wrong) && read(frame, at); at += frame.capacity()) {
      before = copy(frame);
      if (!frameIsKnown(at)) {
        return wrong;
      }
      wrong |= put(frame, before, at, write);
    }
    return wrong;
  }

  private static ByteBuffer copy(ByteBuffer bytes) {
    return ByteBuffer.allocate(bytes.capacity()).put(0, bytes, 0, bytes.capacity());
  }

  /** Writes what differs from what was there, on demand; whether it differs. */
  private boolean put(ByteBuffer bytes, ByteBuffer before, long at, boolean write)
      throws IOException {
    boolean differs = !bytes.clear().equals(before);
    while (differs && write && bytes.hasRemaining()) {
      file.write(bytes, at + bytes.position());
    }
    return differs;
  }

  private boolean read(ByteBuffer target, long at) throws IOException {
    target.clear();
    while (target.hasRemaining()) {
      if (file.read(target, at + target.position()) < 0) {
        return false;
      }
    }
    target.clear();
    return true;
  }

  /**
   * Mends the header, and begins the checksums.
   *
   * @return false when it is none behind which something was ever synced
   */
  private boolean headerIsKnown() throws IOException {
    LogChecksum said = LogChecksum.at(header, HEADER - 8);
    takeSaltsOfFirstFrame();
    for (int magic : new int[] {MAGIC, MAGIC | 1}) {
      order = (magic & 1) == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
      ByteBuffer words = copy(header).putInt(0, magic).putInt(4, VERSION).order(order);
      LogChecksum sum = LogChecksum.START.then(words, 0, HEADER - 8);
      int bit = sum.equals(said) ? LogChecksum.NO_BIT : sum.wrongBit(said, words, 0, HEADER - 8);
      boolean known = sum.equals(said) || sum.distance(said) == 1 || bit != LogChecksum.NO_BIT;
      frame = ByteBuffer.allocate(FRAME_HEADER + Math.clamp(header.getInt(8), 512, 65_536));
      boolean badSum = sum.distance(said) == 1 && !leads(said, HEADER);
      if (bit >= 0 && !badSum) {
        flip(words, bit);
      }
      int page = words.order(ByteOrder.BIG_ENDIAN).getInt(8);
      if (known && page >= 512 && page <= 65_536 && Integer.bitCount(page) == 1) {
        written = badSum ? sum : said;
        mended = LogChecksum.START.then(words.order(order), 0, HEADER - 8);
        header.put(0, words, 0, HEADER - 8);
        header.putInt(HEADER - 8, mended.first()).putInt(HEADER - 4, mended.second());
        frame = ByteBuffer.allocate(FRAME_HEADER + page);
        return true;
      }
    }
    return false;
  }

  /** The frames say the header's salts again: they are right where one bit differs. */
  private void takeSaltsOfFirstFrame() throws IOException {
    ByteBuffer salts = ByteBuffer.allocate(8);
    if (read(salts, HEADER + 8) && Long.bitCount(salts.getLong(0) ^ header.getLong(16)) == 1) {
      ByteBuffer other = ByteBuffer.allocate(8);
      int page = header.getInt(8);
      boolean second = read(other, HEADER + FRAME_HEADER + (long) page + 8);
      if (second && other.equals(salts)) {
        header.putLong(16, salts.getLong(0));
      }
    }
  }

  private static void flip(ByteBuffer words, int bit) {
    int at = bit / 32;
    words.putInt(at, words.getInt(at) ^ 1 << bit % 32);
  }

  /** By how many bits the frame's salts differ from the header's; many in frames of older use. */
  private int saltsOff() {
    return Long.bitCount(frame.getLong(8) ^ header.getLong(16));
  }

  /** What the checksum covers: the frame's header in part, and its page. */
  private ByteBuffer summed() {
    int page = frame.capacity() - FRAME_HEADER;
    return ByteBuffer.allocate(SUMMED + page)
        .put(0, frame, 0, SUMMED)
        .put(SUMMED, frame, FRAME_HEADER, page)
        .order(order);
  }

  private static LogChecksum sum(LogChecksum before, ByteBuffer summed) {
    return before.then(summed, 0, summed.capacity());
  }

  /**
   * Mends a frame, and takes the checksums on.
   *
   * @return false where the log ends
   */
  private boolean frameIsKnown(long at) throws IOException {
    ByteBuffer words = summed();
    LogChecksum said = LogChecksum.at(frame, 16);
    LogChecksum sum = sum(written, words);
    int bit = LogChecksum.NO_BIT;
    if (saltsOff() == 0 && !sum.equals(said)) {
      bit = sum.wrongBit(said, words, 0, words.capacity());
      bit = bit == LogChecksum.SOME_BIT ? inFirstPage(sum, said, words) : bit;
    }
    // The one wrong bit may be one of the checksum; the next frame goes on from the right one.
    boolean badSum =
        saltsOff() == 0 && sum.distance(said) == 1 && !leads(said, at + frame.capacity());
    bit = badSum ? LogChecksum.NO_BIT : bit;
    boolean known = saltsOff() <= 1 && sum.equals(said);
    if (!known && !badSum && bit == LogChecksum.NO_BIT) {
      if (saltsOff() == 0 && isFollowed(said, at)) {
        throw StoreException.damaged(database, "the log, from its byte " + at + " on,", null);
      }
      return false;
    }
    if (bit >= 0) {
      flip(words, bit);
      frame.put(0, words, 0, SUMMED).put(FRAME_HEADER, words, SUMMED, words.capacity() - SUMMED);
    }
    written = badSum ? sum : said;
    mended = sum(mended, words);
    frame.putLong(8, header.getLong(16)).putInt(16, mended.first()).putInt(20, mended.second());
    return true;
  }

  /**
   * Which of several bits is the wrong one, where the frame holds the database's first page: with
   * that bit put right it says what the copy of the page says. No row's checksum would find it.
   */
  private int inFirstPage(LogChecksum sum, LogChecksum said, ByteBuffer words) throws IOException {
    Optional<ByteBuffer> kept = frame.getInt(0) == 1 ? FirstPage.kept(database) : Optional.empty();
    if (kept.isEmpty()) {
      return LogChecksum.SOME_BIT;
    }
    List<Integer> bits = new ArrayList<>();
    List<Integer> likelier = new ArrayList<>();
    for (int bit : sum.wrongBits(said, words, 0, words.capacity())) {
      ByteBuffer right = copy(words).order(order);
      flip(right, bit);
      ByteBuffer page = right.slice(SUMMED, right.capacity() - SUMMED);
      right.order(ByteOrder.BIG_ENDIAN);
      boolean headed = right.getInt(0) == 1 && FirstPage.hasSize(page, right.getInt(4));
      if (headed && FirstPage.agrees(kept.get(), page)) {
        (FirstPage.isOfSameVersion(kept.get(), page) ? likelier : bits).add(bit);
      }
    }
    List<Integer> left = likelier.isEmpty() ? bits : likelier;
    return left.size() == 1 ? left.getFirst() : LogChecksum.SOME_BIT;
  }

  /** Whether the frame at a place goes on from a checksum. */
  private boolean leads(LogChecksum before, long at) throws IOException {
    ByteBuffer here = frame;
    frame = ByteBuffer.allocate(here.capacity());
    try {
      return read(frame, at) && sum(before, summed()).equals(LogChecksum.at(frame, 16));
    } finally {
      frame = here;
    }
  }

  /** Whether a later transaction stands behind a wrong frame: then that one was synced. */
  private boolean isFollowed(LogChecksum said, long wrong) throws IOException {
    boolean committed = frame.getInt(4) != 0;
    LogChecksum sum = said;
    for (long at = wrong + frame.capacity(); read(frame, at); at += frame.capacity()) {
      sum = sum(sum, summed());
      if (saltsOff() != 0 || !sum.equals(LogChecksum.at(frame, 16))) {
        return false;
      }
      if (committed) {
        return true;
      }
      committed = frame.getInt(4) != 0;
    }
    return false;
  }
}
