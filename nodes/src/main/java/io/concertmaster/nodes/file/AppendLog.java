package io.concertmaster.nodes.file;

import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * A file that is appended to exactly once, with the log beside it that makes it so.
 *
 * <p>Design note. Appending is not idempotent by nature: a program that dies after the write and
 * before it told anybody would write again. So each append is written down first, in a hidden file
 * {@code .NAME.concertmaster-append} beside the target:
 *
 * <ol>
 *   <li>the bytes are staged behind the log's ring, and an {@link Entry} says which activation
 *       appends which items at which offset, how many bytes, with which checksum; forced to disk;
 *   <li>the staged bytes are copied to the target's end; forced to disk.
 * </ol>
 *
 * <p>Whoever opens the log next looks at the newest entry. When the target holds its bytes at its
 * offset, the append happened. When the target ends in a proper part of them, the writer died in
 * the middle: the part is cut off, byte for byte known to be ours. Else it never began. In the last
 * two cases the entry goes, and the run that wanted it appends again when it is resumed. As every
 * opener does this before it adds, all entries but the newest stand for appends that happened. An
 * activation that is tried again finds its entries by its key and does not append those items
 * again.
 *
 * <p>The ring holds the last {@value AppendRing#SLOTS} entries, in place and each with a checksum
 * of its own, so that it neither grows nor is ever half rewritten. A try is forgotten only when so
 * many other appends to the same file came after it. An exclusive lock on the log keeps other runs
 * and other processes out from opening to closing. A program that appends without it is tolerated:
 * the target is written with the system's append mode, which never overwrites, and only bytes that
 * equal the staged ones are ever cut off.
 */
final class AppendLog implements Closeable {
  /** Staged bytes past this are given back to the disk at once. */
  private static final long STAGE_KEPT = 1 << 20;

  private static final int LOCK_POLL_MILLIS = 20;

  private final Path target;
  private final NodeContext context;
  private final FileChannel log;
  private final FileChannel appender;
  private final FileChannel reader;
  private final AppendRing ring;

  /**
   * An append in the ring.
   *
   * @param sequence counts the appends to this file, from 1
   * @param position the first item's position in its activation
   * @param items how many items, from that position on
   * @param start the target's length before
   * @param length bytes
   * @param checksum CRC-32C of the bytes
   */
  record Entry(long sequence, long position, long items, long start, long length, long checksum) {
    /** The target's length afterwards. */
    long end() {
      return start + length;
    }
  }

  private AppendLog(Path target, NodeContext context, FileChannel log) throws IOException {
    this.target = target;
    this.context = context;
    this.log = log;
    this.appender = FileChannel.open(target, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    this.reader = FileChannel.open(target, StandardOpenOption.READ, StandardOpenOption.WRITE);
    this.ring = new AppendRing(log, context.idempotencyKey());
  }

  /**
   * Opens a target for appending by this activation, makes it if it is missing, and takes back what
   * a dead writer left half done. Waits while another run appends.
   */
  static AppendLog open(Path target, NodeContext context)
      throws NodeException, InterruptedException {
    Path beside = target.resolveSibling("." + target.getFileName() + ".concertmaster-append");
    try {
      FileChannel log =
          FileChannel.open(
              beside, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      try {
        lock(log, context);
        AppendLog opened = new AppendLog(target, context, log);
        opened.repair();
        return opened;
      } catch (IOException | NodeException | InterruptedException e) {
        log.close();
        throw e;
      }
    } catch (IOException e) {
      throw FileTrouble.of("append to", target.toString(), e).atProperty("path");
    }
  }

  private static void lock(FileChannel log, NodeContext context)
      throws IOException, NodeException, InterruptedException {
    while (tryLock(log) == null) {
      context.checkInterrupted();
      Thread.sleep(LOCK_POLL_MILLIS);
    }
  }

  /** The lock, or nothing where another process or another run of this one has it. */
  private static @Nullable FileLock tryLock(FileChannel log) throws IOException {
    try {
      return log.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  Path target() {
    return target;
  }

  /** The append of this activation that begins with the item at a position, if one happened. */
  Optional<Entry> earlier(long position) {
    return ring.ofActivation(position);
  }

  /**
   * Appends items of this activation.
   *
   * @param position the first item's position
   * @return the target's length afterwards
   */
  long append(long position, List<Content> contents, int items) throws NodeException, IOException {
    Entry entry = stage(position, contents, items);
    ring.add(entry);
    log.force(true);
    try {
      appender.position(reader.size());
      copyStaged(entry);
      appender.force(true);
    } catch (IOException e) {
      repair();
      throw e;
    }
    if (entry.length() > STAGE_KEPT) {
      log.truncate(AppendRing.BYTES);
    }
    return entry.end();
  }

  private Entry stage(long position, List<Content> contents, int items)
      throws NodeException, IOException {
    CRC32C checksum = new CRC32C();
    ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
    long length = 0;
    for (Content content : contents) {
      try (InputStream bytes = content.open()) {
        int read;
        while ((read = bytes.readNBytes(buffer.array(), 0, buffer.capacity())) > 0) {
          buffer.position(0).limit(read);
          checksum.update(buffer.array(), 0, read);
          writeFully(buffer, AppendRing.BYTES + length);
          length += read;
        }
      }
    }
    long start = reader.size();
    return new Entry(ring.lastSequence() + 1, position, items, start, length, checksum.getValue());
  }

  private void writeFully(ByteBuffer buffer, long at) throws IOException {
    long offset = at;
    while (buffer.hasRemaining()) {
      offset += log.write(buffer, offset);
    }
  }

  private void copyStaged(Entry entry) throws IOException {
    long copied = 0;
    while (copied < entry.length()) {
      copied += log.transferTo(AppendRing.BYTES + copied, entry.length() - copied, appender);
    }
  }

  /** Looks at the newest entry, as the design note says. */
  private void repair() throws IOException {
    Entry newest = ring.newest();
    if (newest == null || checksum(reader, newest.start(), newest.length()) == newest.checksum()) {
      return;
    }
    long size = reader.size();
    boolean part = size > newest.start() && size < newest.end();
    if (part && staged(newest) && samePart(newest, size - newest.start())) {
      reader.truncate(newest.start());
      reader.force(true);
      context.log("Took back an append to " + target + " that a crash had cut short");
    }
    ring.drop(newest);
    log.force(true);
  }

  private boolean staged(Entry entry) throws IOException {
    return checksum(log, AppendRing.BYTES, entry.length()) == entry.checksum();
  }

  private boolean samePart(Entry entry, long length) throws IOException {
    return checksum(log, AppendRing.BYTES, length) == checksum(reader, entry.start(), length);
  }

  /** The CRC-32C of a range; -1, which is none, where the file is shorter. */
  private static long checksum(FileChannel file, long from, long length) throws IOException {
    if (file.size() < from + length) {
      return -1;
    }
    CRC32C checksum = new CRC32C();
    ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
    long done = 0;
    while (done < length) {
      buffer.clear().limit((int) Math.min(buffer.capacity(), length - done));
      int read = file.read(buffer, from + done);
      if (read < 0) {
        return -1;
      }
      checksum.update(buffer.array(), 0, read);
      done += read;
    }
    return checksum.getValue();
  }

  @Override
  public void close() throws IOException {
    // Closing the log gives up the lock, so it goes last.
    try (log;
        reader;
        appender) {
      // Nothing else to do.
    }
  }
}
