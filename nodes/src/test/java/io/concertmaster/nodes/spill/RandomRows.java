package io.concertmaster.nodes.spill;

import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.math.BigDecimal;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Random items and values from a seed: few enough different ones that they meet. */
public final class RandomRows {
  private static final String[] TEXTS = {
    "",
    "a",
    "A",
    "ab",
    "aB",
    "abcdefgh",
    "abcdefgH",
    "abcdefgh1",
    "abcdefgh2",
    "abcdefghijklmnopq",
    "abcdefghijklmnopr",
    "ärger",
    "Ärger",
    "z",
    "ÿ",
    "zÿ",
    "İ",
    "ı",
    "i",
    "K",
    "k",
    "10",
    "9",
    "\u0000",
    "a\u0000",
    "\uFFFF",
    "\uD83D\uDE00",
    "\uD83D",
    "日本",
    "2026-07-01T10:00:00Z",
    "2026-07-01T09:59:59Z",
    "2026-06-30T23:59:59Z"
  };

  private final Random random;

  public RandomRows(long seed) {
    this.random = new Random(seed);
  }

  public int number(int bound) {
    return random.nextInt(bound);
  }

  public boolean flag() {
    return random.nextBoolean();
  }

  @SafeVarargs
  public final <T> T oneOf(T... values) {
    return values[random.nextInt(values.length)];
  }

  /** Items with the fields {@code id, k, t, v}, some of them without one or the other. */
  public Item[] items(int count) {
    int column = random.nextInt(6);
    Item[] items = new Item[count];
    for (int i = 0; i < count; i++) {
      JsonObject record = JsonObject.of("id", i);
      if (random.nextInt(20) > 0) {
        record = record.with("k", random.nextInt(1 + count / 3));
      }
      if (random.nextInt(20) > 0) {
        record = record.with("t", oneOf(TEXTS));
      }
      if (random.nextInt(20) > 0) {
        record = record.with("v", value(column));
      }
      items[i] = Item.of(record);
    }
    return items;
  }

  /** A value of a kind of column: whole numbers, numbers, texts, or all sorts. */
  public @Nullable Object value(int column) {
    return switch (column) {
      case 0 -> (long) random.nextInt(50) - 20;
      case 1 -> random.nextInt(100) / 4.0 - 10;
      case 2 -> oneOf(TEXTS);
      case 3 -> oneOf(random.nextLong(), Long.MAX_VALUE, Long.MIN_VALUE, (long) random.nextInt(9));
      case 4 -> oneOf((long) random.nextInt(5), random.nextInt(5) / 2.0, decimal(), null);
      default -> anything();
    };
  }

  private BigDecimal decimal() {
    return new BigDecimal(oneOf("0.5", "1.00", "1E+400", "-1E+400", "0.5000000000000000000001"));
  }

  private @Nullable Object anything() {
    return switch (random.nextInt(8)) {
      case 0 -> null;
      case 1 -> random.nextBoolean();
      case 2 -> JsonArray.of(random.nextInt(3), oneOf(TEXTS));
      case 3 -> JsonObject.of("x", random.nextInt(3));
      case 4 -> oneOf(TEXTS);
      case 5 -> decimal();
      case 6 -> random.nextInt(10) / 2.0;
      default -> (long) random.nextInt(10);
    };
  }
}
