package io.concertmaster.script.wire;

import io.concertmaster.model.expression.Undefined;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.data.Shape;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads values that {@link ValueWriter} wrote. The other side is not trusted: lengths are held
 * against the bytes that are there, for each part and for all together, and nesting has a limit.
 */
final class ValueReader {
  private static final int DEEPEST = 600;

  private final byte[] bytes;
  private final List<Shape> shapes = new ArrayList<>();
  private int at;

  /** How many values its lists and records hold so far; each takes a byte at least. */
  private long values;

  ValueReader(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The value; there must be nothing behind it. */
  @Nullable Object read() throws IOException {
    try {
      Object value = value(0);
      if (at != bytes.length) {
        throw new IOException("a message with a tail");
      }
      return value;
    } catch (IndexOutOfBoundsException | IllegalArgumentException | ArithmeticException e) {
      throw new IOException("a message that cannot be read", e);
    }
  }

  private @Nullable Object value(int depth) throws IOException {
    if (depth > DEEPEST) {
      throw new IOException("a message nested deeper than " + DEEPEST + " levels");
    }
    int tag = bytes[at++];
    return switch (tag) {
      case Tag.NULL -> null;
      case Tag.UNDEFINED -> Undefined.VALUE;
      case Tag.FALSE -> false;
      case Tag.TRUE -> true;
      case Tag.LONG -> {
        long zigzag = number();
        yield (zigzag >>> 1) ^ -(zigzag & 1);
      }
      case Tag.DOUBLE -> {
        long bits = 0;
        for (int i = 0; i < 8; i++) {
          bits = bits << 8 | (bytes[at++] & 0xFF);
        }
        yield Double.longBitsToDouble(bits);
      }
      case Tag.DECIMAL -> new BigDecimal(text());
      case Tag.LATIN, Tag.UTF16 -> text(tag);
      case Tag.ARRAY -> array(depth);
      case Tag.OBJECT -> record(shapes.get(Math.toIntExact(number())), depth);
      case Tag.NEW_OBJECT -> record(shape(), depth);
      default -> throw new IOException("a message with an unknown part " + tag);
    };
  }

  private long number() {
    long number = 0;
    for (int shift = 0; shift < 70; shift += 7) {
      byte part = bytes[at++];
      number |= (long) (part & 0x7F) << shift;
      if (part >= 0) {
        break;
      }
    }
    return number;
  }

  /** A count of things that follow, of which each takes so many bytes at least. */
  private int count(int each) throws IOException {
    long count = number();
    if (count < 0 || count > (bytes.length - at) / each) {
      throw new IOException("a message that counts " + count);
    }
    return (int) count;
  }

  private String text() throws IOException {
    return text(bytes[at++]);
  }

  private String text(int tag) throws IOException {
    int length = count(tag == Tag.UTF16 ? 2 : 1);
    int size = tag == Tag.UTF16 ? 2 * length : length;
    int from = at;
    at += size;
    if (tag == Tag.LATIN) {
      return new String(bytes, from, size, StandardCharsets.ISO_8859_1);
    }
    char[] units = new char[length];
    for (int i = 0; i < length; i++) {
      units[i] = (char) ((bytes[from + 2 * i] & 0xFF) << 8 | (bytes[from + 2 * i + 1] & 0xFF));
    }
    return new String(units);
  }

  private JsonArray array(int depth) throws IOException {
    @Nullable Object[] values = slots(count(1));
    for (int i = 0; i < values.length; i++) {
      values[i] = value(depth + 1);
    }
    return JsonArray.ofValues(values);
  }

  /** Room for values, of which a message cannot hold more than it has bytes. */
  private @Nullable Object[] slots(int size) throws IOException {
    values += size;
    if (values > bytes.length) {
      throw new IOException("a message that claims more values than it has bytes");
    }
    return new @Nullable Object[size];
  }

  private Shape shape() throws IOException {
    int size = count(2);
    List<String> names = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < size; i++) {
      String name = text();
      if (!seen.add(name)) {
        throw new IOException("a message with a record that has a name twice");
      }
      names.add(name);
    }
    Shape shape = Shape.of(names);
    shapes.add(shape);
    return shape;
  }

  private JsonObject record(Shape shape, int depth) throws IOException {
    @Nullable Object[] values = slots(shape.size());
    for (int i = 0; i < values.length; i++) {
      values[i] = value(depth + 1);
    }
    return JsonObject.ofSlots(shape, values);
  }
}
