package io.concertmaster.nodes.spill;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The values of one key of many rows, so that comparing them is comparing longs.
 *
 * <p>Design note. Each value has a number, its <em>prefix</em>: where one prefix is smaller than
 * another, the value comes earlier. Where prefixes are equal the values decide, and those are kept
 * only as far as prefixes leave something open: never for whole numbers and doubles. What a prefix
 * is depends on the {@link Kind} of the column, which the first value sets: the number itself; the
 * bits of a double, turned so that they sort; or the first {@value #CHARACTERS} characters of a
 * text. A value that does not fit the kind gets a prefix at the end where it belongs, and is kept;
 * a column of whole numbers becomes one of doubles then. In a descending column prefixes are turned
 * around; {@link #LAST} is that of nothing in either direction.
 */
final class KeyColumn {
  /** How many characters of a text are in one long. */
  private static final int CHARACTERS = 8;

  /** The prefix of {@code null}. */
  private static final long LAST = Long.MAX_VALUE;

  /** That of values which come after all of the column's kind. */
  private static final long AFTER = Long.MAX_VALUE - 1;

  /** That of values which come before them. */
  private static final long BEFORE = Long.MIN_VALUE;

  /** Whole numbers beyond, whose prefixes would be among those three, become doubles. */
  private static final long WHOLE = Long.MAX_VALUE - 1;

  /** Up to here a double holds each whole number. */
  private static final long EXACT = 1L << 53;

  private static final int SMALLEST = 1_024;

  private enum Kind {
    OPEN,
    WHOLE,
    NUMBER,
    TEXT
  }

  private final KeyOrder order;
  private final boolean ignoreCase;
  private Kind kind = Kind.OPEN;
  private long[] prefixes = new long[SMALLEST];
  private @Nullable Object @Nullable [] values;
  private int size;
  private long kept;

  KeyColumn(KeyOrder order) {
    this.order = order;
    this.ignoreCase = order.values().ignoresCase();
  }

  /** How many bytes it takes, the values that are kept included. */
  long bytes() {
    return (long) prefixes.length * Long.BYTES
        + (values == null ? 0 : (long) values.length * Integer.BYTES)
        + kept;
  }

  void clear() {
    kind = Kind.OPEN;
    prefixes = new long[SMALLEST];
    values = null;
    size = 0;
    kept = 0;
  }

  /** Adds the value of the next row. */
  void add(@Nullable Object value) {
    if (size == prefixes.length) {
      prefixes = Arrays.copyOf(prefixes, size + (size >> 1));
    }
    if (kind == Kind.OPEN && value != null) {
      kind = kindOf(value);
    }
    if (kind == Kind.WHOLE && value != null && !(value instanceof Long number && isWhole(number))) {
      becomeNumbers();
    }
    long prefix = prefix(value);
    prefixes[size] = order.descending() && value != null ? ~prefix : prefix;
    if (value != null && !(kind == Kind.WHOLE || isExactDouble(value))) {
      keep(size, value);
    }
    size++;
  }

  private static Kind kindOf(Object value) {
    return value instanceof String
        ? Kind.TEXT
        : value instanceof Long number && isWhole(number) ? Kind.WHOLE : Kind.NUMBER;
  }

  private static boolean isWhole(long number) {
    return number < WHOLE && number > -WHOLE;
  }

  private boolean isExactDouble(Object value) {
    return kind == Kind.NUMBER
        && (value instanceof Double
            || (value instanceof Long number && number <= EXACT && number >= -EXACT));
  }

  private void becomeNumbers() {
    kind = Kind.NUMBER;
    for (int row = 0; row < size; row++) {
      long prefix = prefixes[row];
      if (prefix != LAST) {
        Long value = order.descending() ? ~prefix : prefix;
        long changed = prefix(value);
        prefixes[row] = order.descending() ? ~changed : changed;
        if (!isExactDouble(value)) {
          keep(row, value);
        }
      }
    }
  }

  private void keep(int row, Object value) {
    if (values == null) {
      values = new Object[prefixes.length];
    } else if (values.length <= row) {
      values = Arrays.copyOf(values, prefixes.length);
    }
    values[row] = value;
    kept += Weight.of(value);
  }

  private long prefix(@Nullable Object value) {
    return switch (value) {
      case null -> LAST;
      case Number number ->
          switch (kind) {
            case WHOLE -> number.longValue();
            case TEXT -> BEFORE;
            default -> sortable(number.doubleValue());
          };
      case String text when kind == Kind.TEXT -> characters(text, 0);
      default -> AFTER;
    };
  }

  /** The bits of a double in the order of doubles, both zeros alike, NaN last. */
  private static long sortable(double value) {
    long bits = Double.doubleToLongBits(value + 0.0);
    return bits ^ ((bits >> 63) & Long.MAX_VALUE);
  }

  private static double unsorted(long sortable) {
    return Double.longBitsToDouble(sortable ^ ((sortable >> 63) & Long.MAX_VALUE));
  }

  /**
   * Some characters as a long: a byte each, 0 past the end of the text. From the first character on
   * that does not fit a byte all are 255.
   */
  private long characters(String text, int from) {
    long packed = 0;
    for (int i = 0; i < CHARACTERS; i++) {
      int at = from + i;
      int next = 0;
      if (at < text.length()) {
        char c = text.charAt(at);
        if (ignoreCase) {
          c = c < 0x80 ? lower(c) : Character.toLowerCase(Character.toUpperCase(c));
        }
        next = c + 1;
        if (next >= 0xFF) {
          int left = Byte.SIZE * (CHARACTERS - i);
          packed = left == Long.SIZE ? -1L : packed << left | ((1L << left) - 1);
          break;
        }
      }
      packed = packed << Byte.SIZE | next;
    }
    return Math.min(packed ^ Long.MIN_VALUE, AFTER);
  }

  private static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
  }

  /**
   * The number by which a row is sorted among those that were equal so far.
   *
   * @param depth how often they were found equal in this column
   */
  long key(int row, int depth) {
    if (depth == 0) {
      return prefixes[row];
    }
    long key =
        values != null && values[row] instanceof String text
            ? characters(text, depth * CHARACTERS)
            : LAST;
    return order.descending() ? ~key : key;
  }

  /** What is known of rows with the same {@link #key}. */
  enum Tie {
    /** Their values are the same. */
    SAME,
    /** One depth more tells more. */
    DEEPER,
    /** They must be compared. */
    OPEN
  }

  /** What is known of some rows that have the same key in a depth. */
  Tie tie(int[] rows, int from, int to, int depth) {
    if (values == null) {
      return Tie.SAME;
    }
    boolean allTexts = true;
    boolean noneKept = true;
    for (int i = from; i < to && (allTexts || noneKept); i++) {
      Object value = rows[i] < values.length ? values[rows[i]] : null;
      allTexts &= value instanceof String;
      noneKept &= value == null;
    }
    if (noneKept) {
      return Tie.SAME;
    }
    if (!allTexts || kind != Kind.TEXT) {
      return Tie.OPEN;
    }
    long key = key(rows[from], depth);
    int last = (int) (order.descending() ? ~key : key) & 0xFF;
    return last == 0 ? Tie.SAME : last >= 0xFE ? Tie.OPEN : Tie.DEEPER;
  }

  /** Compares two rows. */
  int compare(int left, int right) {
    int byPrefix = Long.compare(prefixes[left], prefixes[right]);
    return byPrefix != 0 || values == null ? byPrefix : order.compare(value(left), value(right));
  }

  private @Nullable Object value(int row) {
    Object kept = values != null && row < values.length ? values[row] : null;
    long prefix = prefixes[row];
    if (kept != null || prefix == LAST) {
      return kept;
    }
    long plain = order.descending() ? ~prefix : prefix;
    return kind == Kind.WHOLE ? (Object) plain : (Object) unsorted(plain);
  }
}
