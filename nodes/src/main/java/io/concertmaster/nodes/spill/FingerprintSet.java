package io.concertmaster.nodes.spill;

/**
 * A set of 128-bit fingerprints in two longs each, without an object per entry: 32 bytes an entry
 * when half full.
 */
public final class FingerprintSet {
  private static final int SMALLEST = 1_024;

  /** Spreads fingerprints that differ in a few bits only (2^64 over the golden ratio). */
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long[] table = new long[2 * SMALLEST];
  private int size;
  private boolean hasZero;

  /** Adds one; false where it was there already. */
  public boolean add(long high, long low) {
    if (high == 0 && low == 0) {
      boolean isNew = !hasZero;
      hasZero = true;
      return isNew;
    }
    int slot = slot(table, high, low);
    if (table[slot] != 0 || table[slot + 1] != 0) {
      return false;
    }
    table[slot] = high;
    table[slot + 1] = low;
    size++;
    if (size * 4L > table.length) {
      grow();
    }
    return true;
  }

  /** Whether it is there. */
  public boolean contains(long high, long low) {
    if (high == 0 && low == 0) {
      return hasZero;
    }
    int slot = slot(table, high, low);
    return table[slot] != 0 || table[slot + 1] != 0;
  }

  /** How many bytes it takes. */
  public long bytes() {
    return (long) table.length * Long.BYTES;
  }

  /** How many bytes more it takes while it makes room for the next one; mostly none. */
  public long bytesToGrow() {
    return (size + 1) * 4L > table.length ? 2 * bytes() : 0;
  }

  /** How many there are. */
  public int size() {
    return size + (hasZero ? 1 : 0);
  }

  /** Where one stands, or would stand. */
  private static int slot(long[] table, long high, long low) {
    int mask = table.length - 1;
    int spread = (int) (((high ^ low) * GOLDEN) >>> Integer.SIZE);
    int slot = (spread << 1) & mask;
    while ((table[slot] != high || table[slot + 1] != low)
        && (table[slot] != 0 || table[slot + 1] != 0)) {
      slot = (slot + 2) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] larger = new long[table.length * 2];
    for (int i = 0; i < table.length; i += 2) {
      if (table[i] != 0 || table[i + 1] != 0) {
        int slot = slot(larger, table[i], table[i + 1]);
        larger[slot] = table[i];
        larger[slot + 1] = table[i + 1];
      }
    }
    table = larger;
  }
}
