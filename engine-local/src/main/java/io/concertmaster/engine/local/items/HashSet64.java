package io.concertmaster.engine.local.items;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A set of hashes, of which it keeps the first eight bytes: two that are taken for one only keep
 * what could have gone. Not safe for several threads at once.
 */
final class HashSet64 {
  private long[] values = new long[1024];
  private int size;
  private int sorted;

  /** What is kept of a hash. */
  static long prefix(byte[] hash) {
    return ByteBuffer.wrap(hash).getLong();
  }

  void add(long prefix) {
    if (size == values.length) {
      sort();
      if (size > values.length / 2) {
        values = Arrays.copyOf(values, Math.multiplyExact(values.length, 2));
      }
    }
    values[size++] = prefix;
  }

  boolean contains(long prefix) {
    if (size != sorted) {
      sort();
    }
    return Arrays.binarySearch(values, 0, size, prefix) >= 0;
  }

  private void sort() {
    Arrays.sort(values, 0, size);
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (kept == 0 || values[kept - 1] != values[i]) {
        values[kept++] = values[i];
      }
    }
    size = kept;
    sorted = kept;
  }
}
