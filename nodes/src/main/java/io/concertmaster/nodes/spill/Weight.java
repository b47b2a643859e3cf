package io.concertmaster.nodes.spill;

import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * About how many bytes values take in memory. The numbers are those of a 64-bit JVM with compressed
 * pointers; texts count as Latin.
 */
public final class Weight {
  private static final int OBJECT = 40;
  private static final int ITEM = 88;
  private static final int TEXT = 40;
  private static final int NUMBER = 24;
  private static final int REFERENCE = 4;

  private Weight() {}

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
