package io.concertmaster.engine.local.items;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table of contents: the parts of a list or a file, in their order, and where each begins. */
final class Contents {
  private static final int VERSION = 1;
  private static final int HASH = 32;

  private final List<byte[]> hashes;

  /** Position of each part's first item or byte, and at the end the length of the whole. */
  private final long[] starts;

  private Contents(List<byte[]> hashes, long[] starts) {
    this.hashes = hashes;
    this.starts = starts;
  }

  static Contents single(byte[] hash, long length) {
    return new Contents(List.of(hash), new long[] {0, length});
  }

  static Contents empty() {
    return new Contents(List.of(), new long[] {0});
  }

  /** SHA-256 of each part. */
  List<byte[]> hashes() {
    return hashes;
  }

  /** Position of a part's first item or byte. */
  long start(int part) {
    return starts[part];
  }

  long length() {
    return starts[hashes.size()];
  }

  /** The number of the part that holds a position. */
  int partOf(long position) {
    int found = Arrays.binarySearch(starts, 0, hashes.size(), position);
    return found >= 0 ? found : -found - 2;
  }

  /** The bytes of a table of contents, from each part's hash and length. */
  static byte[] encode(List<byte[]> hashes, List<Long> lengths) {
    ByteWriter out = new ByteWriter(16 + hashes.size() * (HASH + 3));
    out.writeByte(VERSION);
    out.writeUnsigned(hashes.size());
    for (int i = 0; i < hashes.size(); i++) {
      out.writeBytes(hashes.get(i), 0, HASH);
      out.writeUnsigned(lengths.get(i));
    }
    return out.toArray();
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws IllegalArgumentException when it is of a newer version
   */
  static Contents decode(byte[] bytes) {
    ByteReader in = new ByteReader(bytes);
    int version = in.readByte();
    if (version != VERSION) {
      throw new IllegalArgumentException("contents of format " + version);
    }
    int count = in.readCount();
    List<byte[]> hashes = new ArrayList<>(count);
    long[] starts = new long[count + 1];
    for (int i = 0; i < count; i++) {
      int at = in.take(HASH);
      hashes.add(Arrays.copyOfRange(bytes, at, at + HASH));
      starts[i + 1] = starts[i] + in.readUnsigned();
    }
    return new Contents(hashes, starts);
  }
}
