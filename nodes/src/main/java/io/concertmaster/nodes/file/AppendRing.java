package io.concertmaster.nodes.file;

import io.concertmaster.nodes.file.AppendLog.Entry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The last entries of an {@link AppendLog}, at the front of its file: slots of {@value #SLOT} bytes
 * that are overwritten in turn. A slot is: sequence, SHA-256 of the activation's key, position,
 * items, start, length, checksum of the bytes, checksum of the slot; numbers have 8 bytes, big end
 * first. A slot whose checksum is wrong is empty.
 */
final class AppendRing {
  /** How many entries are kept. */
  static final int SLOTS = 1_024;

  private static final int KEY = 32;
  private static final int SLOT = 8 + KEY + 6 * 8;

  /** How many bytes the ring takes. */
  static final long BYTES = (long) SLOTS * SLOT;

  private final FileChannel file;
  private final byte[] key;
  private final Map<Long, Entry> ofActivation = new HashMap<>();
  private @Nullable Entry newest;
  private long lastSequence;

  /** Reads the ring for the activation of a key. */
  AppendRing(FileChannel file, String key) throws IOException {
    this.file = file;
    this.key = sha256(key);
    ByteBuffer slots = ByteBuffer.allocate((int) BYTES);
    int read = 0;
    while (read >= 0 && slots.hasRemaining()) {
      read = file.read(slots, slots.position());
    }
    slots.flip();
    while (slots.remaining() >= SLOT) {
      read(slots.slice(slots.position(), SLOT));
      slots.position(slots.position() + SLOT);
    }
  }

  private void read(ByteBuffer slot) {
    if (slot.getLong(SLOT - 8) != checksum(slot)) {
      return;
    }
    long sequence = slot.getLong();
    byte[] owner = new byte[KEY];
    slot.get(owner);
    Entry entry =
        new Entry(
            sequence,
            slot.getLong(),
            slot.getLong(),
            slot.getLong(),
            slot.getLong(),
            slot.getLong());
    if (Arrays.equals(owner, key)) {
      ofActivation.put(entry.position(), entry);
    }
    if (newest == null || newest.sequence() < sequence) {
      newest = entry;
      lastSequence = sequence;
    }
  }

  /** The entry that was added last, if there is one. */
  @Nullable Entry newest() {
    return newest;
  }

  /** The number of the last append; 0 before the first. */
  long lastSequence() {
    return lastSequence;
  }

  /** This activation's entry that begins at a position. */
  Optional<Entry> ofActivation(long position) {
    return Optional.ofNullable(ofActivation.get(position));
  }

  /** Writes an entry of this activation into the oldest slot; the caller forces it to disk. */
  void add(Entry entry) throws IOException {
    ByteBuffer slot = ByteBuffer.allocate(SLOT);
    slot.putLong(entry.sequence())
        .put(key)
        .putLong(entry.position())
        .putLong(entry.items())
        .putLong(entry.start())
        .putLong(entry.length())
        .putLong(entry.checksum());
    slot.putLong(checksum(slot));
    write(entry, slot.flip());
    newest = entry;
    lastSequence = entry.sequence();
    ofActivation.put(entry.position(), entry);
  }

  /** Empties the newest entry's slot; the caller forces it to disk. */
  void drop(Entry entry) throws IOException {
    write(entry, ByteBuffer.allocate(SLOT));
    newest = null;
    ofActivation.remove(entry.position(), entry);
  }

  private void write(Entry entry, ByteBuffer slot) throws IOException {
    long at = entry.sequence() % SLOTS * SLOT;
    while (slot.hasRemaining()) {
      at += file.write(slot, at);
    }
  }

  /** Never 0, so that a slot of zeros is empty. */
  private static long checksum(ByteBuffer slot) {
    CRC32C checksum = new CRC32C();
    checksum.update(slot.array(), slot.arrayOffset(), SLOT - 8);
    return checksum.getValue() | 1L << 32;
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
