package io.concertmaster.engine.local.items;

import io.concertmaster.node.data.BinaryData;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.data.Paired;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Data of all kinds, the same for the same seed. */
final class RandomData {
  private final Random random;

  RandomData(long seed) {
    random = new Random(seed);
  }

  Item item(long position) {
    Item item = Item.of(object(3));
    if (random.nextInt(10) == 0) {
      item =
          item.withBinary(
              Map.of("data", new BinaryData("1ab", text(), "text/csv", random.nextLong(1 << 20))));
    }
    return item.pairedTo(paired(position));
  }

  private List<Paired> paired(long position) {
    return switch (random.nextInt(6)) {
      case 0 -> List.of();
      case 1, 2 -> List.of(new Paired(position, 0));
      case 3 -> List.of(new Paired(random.nextLong(1L << 40), random.nextInt(3)));
      case 4 -> List.of(new Paired(position + 17, 0));
      default -> {
        List<Paired> many = new ArrayList<>();
        for (int i = random.nextInt(20); i >= 0; i--) {
          many.add(new Paired(random.nextInt(50), random.nextInt(2)));
          many.add(new Paired(100 + 2L * many.size(), 0));
        }
        yield many;
      }
    };
  }

  JsonObject object(int depth) {
    JsonObject.Builder object = JsonObject.builder();
    for (int i = random.nextInt(6); i > 0; i--) {
      object.put(random.nextInt(5) == 0 ? text() : "field" + random.nextInt(8), value(depth - 1));
    }
    return object.build();
  }

  @Nullable Object value(int depth) {
    return switch (random.nextInt(depth > 0 ? 12 : 10)) {
      case 0 -> null;
      case 1 -> random.nextBoolean();
      case 2 -> random.nextLong();
      case 3 -> (long) random.nextInt(100) - 50;
      case 4 -> random.nextDouble() * 1e9;
      case 5 -> -0.0;
      case 6 -> new BigDecimal(new BigInteger(100, random), random.nextInt(40) - 20);
      case 7 -> Long.MIN_VALUE + random.nextInt(2);
      case 8, 9 -> text();
      case 10 -> object(depth);
      default -> {
        @Nullable Object[] list = new Object[random.nextInt(5)];
        for (int i = 0; i < list.length; i++) {
          list[i] = value(depth - 1);
        }
        yield JsonArray.ofValues(list);
      }
    };
  }

  String text() {
    int length = random.nextInt(30);
    StringBuilder text = new StringBuilder();
    int kind = random.nextInt(8);
    for (int i = 0; i < length; i++) {
      switch (kind) {
        case 0 -> text.append((char) random.nextInt(0x10000)); // half pairs too
        case 1 -> text.appendCodePoint(0x1F600 + random.nextInt(40));
        case 2 -> text.append((char) (0xC0 + random.nextInt(100)));
        default -> text.append((char) (' ' + random.nextInt(90)));
      }
    }
    return text.toString();
  }
}
