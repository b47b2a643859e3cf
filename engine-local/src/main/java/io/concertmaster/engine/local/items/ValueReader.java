package io.concertmaster.engine.local.items;

import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.data.Shape;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link ValueWriter} wrote. Short texts that come again soon are the same object: data
 * repeats itself, and a chunk then takes a fifth less memory.
 */
final class ValueReader {
  private static final int SHORT_TEXT = 24;

  private final ByteReader in;
  private final Shapes shapes;
  private final @Nullable String[] recent = new String[256];

  /** A reader of values whose shapes are known. */
  ValueReader(ByteReader in, Shapes shapes) {
    this.in = in;
    this.shapes = shapes;
  }

  /** A reader that stands before a dictionary, and reads it. */
  ValueReader(ByteReader in) {
    this(in, new Shapes(Integer.MAX_VALUE));
    int count = in.readCount();
    for (int i = 0; i < count; i++) {
      shapes.add(readShape());
    }
  }

  private Shape readShape() {
    int size = in.readCount();
    List<String> names = new ArrayList<>(Math.min(size, 1_024));
    for (int slot = 0; slot < size; slot++) {
      if (!(read() instanceof String name)) {
        throw new IllegalArgumentException("a field's name is no text");
      }
      names.add(name);
    }
    return Shape.of(names);
  }

  @Nullable Object read() {
    int tag = in.readByte();
    return switch (tag) {
      case Tag.NULL -> null;
      case Tag.FALSE -> false;
      case Tag.TRUE -> true;
      case Tag.LONG -> in.readSigned();
      case Tag.DOUBLE -> Double.longBitsToDouble(in.readLong());
      case Tag.ASCII -> readAscii();
      case Tag.UTF8 -> {
        int length = in.readCount();
        yield new String(in.bytes(), in.take(length), length, StandardCharsets.UTF_8);
      }
      case Tag.UTF16 -> {
        char[] characters = new char[in.readCount()];
        for (int i = 0; i < characters.length; i++) {
          characters[i] = (char) (in.readByte() << 8 | in.readByte());
        }
        yield new String(characters);
      }
      case Tag.OBJECT -> readObject();
      case Tag.ARRAY -> readArray();
      case Tag.DECIMAL -> {
        int scale = Math.toIntExact(in.readSigned());
        int length = in.readCount();
        int start = in.take(length);
        yield new BigDecimal(new BigInteger(in.bytes(), start, length), scale);
      }
      default -> throw new IllegalArgumentException("no value has the tag " + tag);
    };
  }

  JsonObject readObject() {
    int number = in.readCount();
    Shape shape = number == shapes.most() ? readShape() : shapes.get(number);
    @Nullable Object[] values = new Object[shape.size()];
    for (int slot = 0; slot < values.length; slot++) {
      values[slot] = read();
    }
    return JsonObject.ofSlots(shape, values);
  }

  private JsonArray readArray() {
    int size = in.readCount();
    List<@Nullable Object> elements = new ArrayList<>(Math.min(size, 1_024));
    for (int i = 0; i < size; i++) {
      elements.add(read());
    }
    return JsonArray.ofValues(elements.toArray());
  }

  private String readAscii() {
    int length = in.readCount();
    int start = in.take(length);
    if (length > SHORT_TEXT) {
      return new String(in.bytes(), start, length, StandardCharsets.ISO_8859_1);
    }
    int hash = length;
    for (int i = start; i < start + length; i++) {
      hash = 31 * hash + in.bytes()[i];
    }
    int place = (hash ^ hash >>> 8) & 0xFF;
    String known = recent[place];
    if (known != null && same(known, start, length)) {
      return known;
    }
    String text = new String(in.bytes(), start, length, StandardCharsets.ISO_8859_1);
    recent[place] = text;
    return text;
  }

  private boolean same(String text, int start, int length) {
    if (text.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (text.charAt(i) != in.bytes()[start + i]) {
        return false;
      }
    }
    return true;
  }
}
