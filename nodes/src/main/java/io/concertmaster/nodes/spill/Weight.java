package io.concertmaster.nodes.spill;

import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * About how many bytes values take in memory, and how many one piece of work may take. The numbers
 * are those of a 64-bit JVM with compressed pointers; texts count as Latin.
 */
public final class Weight {
  private static final int OBJECT = 40;
  private static final int ITEM = 88;
  private static final int TEXT = 40;
  private static final int NUMBER = 24;
  private static final int REFERENCE = 4;

  private static final long LEAST = 4L << 20;
  private static final long MOST = 256L << 20;

  /** The part of the heap that one piece of work may fill. */
  private static final int PART = 12;

  private Weight() {}

  /**
   * How many bytes one piece of work (a sort, a join, a grouping) may hold in memory before it goes
   * to disk: a twelfth of the heap, at least 4 MB and at most 256 MB.
   */
  public static long allowance() {
    return Math.clamp(Runtime.getRuntime().maxMemory() / PART, LEAST, MOST);
  }

  /** How many bytes one value may take that cannot go to disk: a quarter of the heap. */
  public static long largestValue() {
    return Runtime.getRuntime().maxMemory() / 4;
  }

  /** About the bytes of an item. */
  public static long of(Item item) {
    return ITEM + of(item.json());
  }

  /** About the bytes of a value. */
  public static long of(@Nullable Object value) {
    return switch (value) {
      case null -> 0;
      case Boolean flag -> 0;
      case String text -> TEXT + text.length();
      case Number number -> NUMBER;
      case JsonObject object -> {
        long sum = OBJECT + (long) REFERENCE * object.size();
        for (int slot = 0; slot < object.size(); slot++) {
          sum += of(object.slot(slot));
        }
        yield sum;
      }
      case JsonArray list -> {
        long sum = OBJECT + (long) REFERENCE * list.size();
        for (Object element : list) {
          sum += of(element);
        }
        yield sum;
      }
      default -> OBJECT;
    };
  }
}
