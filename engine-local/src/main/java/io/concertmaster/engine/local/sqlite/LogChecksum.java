package io.concertmaster.engine.local.sqlite;

import java.nio.ByteBuffer;
import java.util.stream.IntStream;

/**
 * The running checksum of SQLite's write-ahead log: two sums of 32 bits over pairs of words.
 *
 * <p>Design note. The sums are linear in the words, so what a single wrong bit does to them is
 * known without trying. A wrong bit low in its word can be found in one walk over the bytes; one
 * that is high in its word does the same to the sums as others in other words. Source of the
 * format: sqlite.org/walformat.html.
 *
 * @param first the first sum
 * @param second the other
 */
record LogChecksum(int first, int second) {
  /** No single bit is wrong. */
  static final int NO_BIT = -1;

  /** A single bit is wrong, and nobody can say which. */
  static final int SOME_BIT = -2;

  static final LogChecksum START = new LogChecksum(0, 0);

  /** The checksum as a frame or header says it. */
  static LogChecksum at(ByteBuffer bytes, int offset) {
    return new LogChecksum(bytes.getInt(offset), bytes.getInt(offset + 4));
  }

  /** The checksum after more words: a multiple of eight bytes, in the buffer's order. */
  LogChecksum then(ByteBuffer words, int offset, int length) {
    int one = first;
    int two = second;
    for (int at = offset; at < offset + length; at += 8) {
      one += words.getInt(at) + two;
      two += words.getInt(at + 4) + one;
    }
    return new LogChecksum(one, two);
  }

  /** By how many bits this differs from another. */
  int distance(LogChecksum other) {
    return Integer.bitCount(first ^ other.first) + Integer.bitCount(second ^ other.second);
  }

  /**
   * Looks for the one wrong bit in words that led to this checksum in place of another.
   *
   * @param words as they are, wrong
   * @return 32 times the offset of the word, in bytes from the offset, plus the number of the bit
   *     in the word, from the lowest; or {@link #NO_BIT}, or {@link #SOME_BIT}
   */
  int wrongBit(LogChecksum wanted, ByteBuffer words, int offset, int length) {
    int[] bits = wrongBits(wanted, words, offset, length);
    return switch (bits.length) {
      case 0 -> NO_BIT;
      case 1 -> bits[0];
      default -> SOME_BIT;
    };
  }

  /** All bits each of which alone may be the wrong one, as {@link #wrongBit} says them. */
  int[] wrongBits(LogChecksum wanted, ByteBuffer words, int offset, int length) {
    IntStream.Builder found = IntStream.builder();
    int one = wanted.first - first;
    int two = wanted.second - second;
    // What a change of the pair's first and second word adds to both sums at the end.
    int firstToOne = 1;
    int firstToTwo = 1;
    int secondToOne = 0;
    int secondToTwo = 1;
    for (int at = offset + length - 8; at >= offset; at -= 8) {
      for (int bit = 0; bit < 32; bit++) {
        int change = (words.getInt(at) >>> bit & 1) == 0 ? 1 << bit : -(1 << bit);
        if (change * firstToOne == one && change * firstToTwo == two) {
          found.add(32 * (at - offset) + bit);
        }
        change = (words.getInt(at + 4) >>> bit & 1) == 0 ? 1 << bit : -(1 << bit);
        if (change * secondToOne == one && change * secondToTwo == two) {
          found.add(32 * (at + 4 - offset) + bit);
        }
      }
      // One pair more lies between: (one, two) becomes (one + two, one + 2 two).
      int sum = firstToOne + firstToTwo;
      firstToTwo = sum + firstToTwo;
      firstToOne = sum;
      sum = secondToOne + secondToTwo;
      secondToTwo = sum + secondToTwo;
      secondToOne = sum;
    }
    return found.build().toArray();
  }
}
