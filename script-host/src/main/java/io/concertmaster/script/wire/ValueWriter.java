package io.concertmaster.script.wire;

import io.concertmaster.model.expression.Undefined;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.data.Shape;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes values: data and {@link Undefined}. The names of records of one shape are written once a
 * frame.
 */
final class ValueWriter {
  private byte[] bytes = new byte[512];
  private int size = 4;
  private final IdentityHashMap<Shape, Integer> shapes = new IdentityHashMap<>();

  /** The length and what was written. */
  byte[] frame() throws IOException {
    int length = size - 4;
    if (length > Frames.LONGEST) {
      throw new IOException("a message of " + length + " bytes: no more than " + Frames.LONGEST);
    }
    bytes[0] = (byte) (length >>> 24);
    bytes[1] = (byte) (length >>> 16);
    bytes[2] = (byte) (length >>> 8);
    bytes[3] = (byte) length;
    return Arrays.copyOf(bytes, size);
  }

  private void room(int more) throws IOException {
    if (size + more > bytes.length) {
      long wanted = Math.max(bytes.length * 2L, (long) size + more);
      if (wanted > Frames.LONGEST * 2L) {
        throw new IOException("a message of more than " + Frames.LONGEST + " bytes");
      }
      bytes = Arrays.copyOf(bytes, (int) wanted);
    }
  }

  private void put(int value) throws IOException {
    room(1);
    bytes[size++] = (byte) value;
  }

  private void count(long number) throws IOException {
    room(10);
    long rest = number;
    while ((rest & ~0x7FL) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  void write(@Nullable Object value) throws IOException {
    switch (value) {
      case null -> put(Tag.NULL);
      case Undefined u -> put(Tag.UNDEFINED);
      case Boolean b -> put(b ? Tag.TRUE : Tag.FALSE);
      case Long l -> {
        put(Tag.LONG);
        count((l << 1) ^ (l >> 63));
      }
      case Double d -> bits(Double.doubleToRawLongBits(d));
      case BigDecimal d -> {
        put(Tag.DECIMAL);
        text(d.toString());
      }
      case String s -> text(s);
      case JsonArray array -> {
        put(Tag.ARRAY);
        count(array.size());
        for (int i = 0; i < array.size(); i++) {
          write(array.get(i));
        }
      }
      case JsonObject object -> object(object);
      default -> throw new IOException("no value for the wire: " + value.getClass());
    }
  }

  private void bits(long bits) throws IOException {
    put(Tag.DOUBLE);
    room(8);
    for (int shift = 56; shift >= 0; shift -= 8) {
      bytes[size++] = (byte) (bits >>> shift);
    }
  }

  private void object(JsonObject object) throws IOException {
    Shape shape = object.shape();
    Integer known = shapes.get(shape);
    if (known == null) {
      shapes.put(shape, shapes.size());
      put(Tag.NEW_OBJECT);
      count(shape.size());
      for (int slot = 0; slot < shape.size(); slot++) {
        text(shape.name(slot));
      }
    } else {
      put(Tag.OBJECT);
      count(known);
    }
    for (int slot = 0; slot < shape.size(); slot++) {
      write(object.slot(slot));
    }
  }

  private void text(String text) throws IOException {
    int length = text.length();
    room(length + 11);
    int mark = size;
    put(Tag.LATIN);
    count(length);
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c > 0xFF) {
        size = mark;
        wide(text);
        return;
      }
      bytes[size++] = (byte) c;
    }
  }

  private void wide(String text) throws IOException {
    int length = text.length();
    if (length > Frames.LONGEST / 2) {
      throw new IOException("a text of " + length + " characters");
    }
    put(Tag.UTF16);
    count(length);
    room(2 * length);
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      bytes[size++] = (byte) (c >>> 8);
      bytes[size++] = (byte) c;
    }
  }
}
