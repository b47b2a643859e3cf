package io.concertmaster.engine.local.items;

import java.util.Arrays;

/** Bytes that grow: integers of variable length, raw doubles, byte runs. */
final class ByteWriter {
  /** The longest run of bytes that is made: well below what an array and SQLite can hold. */
  static final int MAX = 512 * 1024 * 1024;

  private byte[] bytes;
  private int size;

  ByteWriter(int capacity) {
    bytes = new byte[capacity];
  }

  int size() {
    return size;
  }

  /** How many bytes it takes in memory. */
  int capacity() {
    return bytes.length;
  }

  /** What was written, and room behind it: not a copy. */
  byte[] bytes() {
    return bytes;
  }

  void clear() {
    size = 0;
  }

  /** Gives up its memory. */
  void drop() {
    bytes = new byte[0];
    size = 0;
  }

  byte[] toArray() {
    return Arrays.copyOf(bytes, size);
  }

  /** Drops what was written after a size. */
  void truncate(int earlier) {
    size = earlier;
  }

  void writeByte(int value) {
    room(1);
    bytes[size++] = (byte) value;
  }

  /** Seven bits a byte, lowest first; a set high bit says that more follows. */
  void writeUnsigned(long value) {
    room(10);
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  /** Small magnitudes of either sign are short. */
  void writeSigned(long value) {
    writeUnsigned((value << 1) ^ (value >> 63));
  }

  /** Eight bytes, highest first. */
  void writeLong(long value) {
    room(8);
    for (int shift = 56; shift >= 0; shift -= 8) {
      bytes[size++] = (byte) (value >>> shift);
    }
  }

  void writeBytes(byte[] source, int from, int length) {
    room(length);
    System.arraycopy(source, from, bytes, size, length);
    size += length;
  }

  void write(ByteWriter other) {
    writeBytes(other.bytes, 0, other.size);
  }

  /** Characters below 128, one byte each. */
  @SuppressWarnings(
      "deprecation") // the one way to copy Latin-1 characters without an array between
  void writeAscii(String text) {
    int length = text.length();
    room(length);
    text.getBytes(0, length, bytes, size);
    size += length;
  }

  private void room(int more) {
    if (size + (long) more > MAX) {
      throw new TooLargeException();
    }
    if (size + more > bytes.length) {
      bytes =
          Arrays.copyOf(
              bytes, (int) Math.min(MAX, Math.max(size + (long) more, 2L * bytes.length)));
    }
  }
}
