package io.concertmaster.engine.local.items;

import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.data.Shape;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes values, and collects the shapes of records in a dictionary that is written once. */
final class ValueWriter {
  private final Map<Shape, Integer> shapes = new HashMap<>();
  private final ByteWriter dictionary = new ByteWriter(256);
  private @Nullable Shape lastShape;
  private int lastNumber;

  /** Forgets the dictionary. */
  void clear() {
    shapes.clear();
    dictionary.clear();
    lastShape = null;
  }

  /** Writes how many shapes there are, and for each its names. */
  void writeDictionary(ByteWriter out) {
    out.writeUnsigned(shapes.size());
    out.write(dictionary);
  }

  int dictionarySize() {
    return dictionary.size();
  }

  void write(ByteWriter out, @Nullable Object value) {
    switch (value) {
      case null -> out.writeByte(Tag.NULL);
      case String s -> writeText(out, s);
      case Long l -> {
        out.writeByte(Tag.LONG);
        out.writeSigned(l);
      }
      case Double d -> {
        out.writeByte(Tag.DOUBLE);
        out.writeLong(Double.doubleToRawLongBits(d));
      }
      case Boolean b -> out.writeByte(b ? Tag.TRUE : Tag.FALSE);
      case JsonObject o -> {
        out.writeByte(Tag.OBJECT);
        writeObject(out, o);
      }
      case JsonArray a -> {
        out.writeByte(Tag.ARRAY);
        out.writeUnsigned(a.size());
        for (Object element : a) {
          write(out, element);
        }
      }
      case BigDecimal d -> {
        byte[] unscaled = d.unscaledValue().toByteArray();
        out.writeByte(Tag.DECIMAL);
        out.writeSigned(d.scale());
        out.writeUnsigned(unscaled.length);
        out.writeBytes(unscaled, 0, unscaled.length);
      }
      default -> write(out, Json.value(value));
    }
  }

  /** Writes a record without a tag. */
  void writeObject(ByteWriter out, JsonObject object) {
    out.writeUnsigned(number(object.shape()));
    for (int slot = 0; slot < object.size(); slot++) {
      write(out, object.slot(slot));
    }
  }

  private int number(Shape shape) {
    if (lastShape != null && shape.equals(lastShape)) {
      return lastNumber;
    }
    Integer known = shapes.get(shape);
    if (known == null) {
      known = shapes.size();
      shapes.put(shape, known);
      dictionary.writeUnsigned(shape.size());
      for (int slot = 0; slot < shape.size(); slot++) {
        writeText(dictionary, shape.name(slot));
      }
    }
    lastShape = shape;
    lastNumber = known;
    return known;
  }

  static void writeText(ByteWriter out, String text) {
    int length = text.length();
    boolean surrogates = false;
    int i = 0;
    while (i < length && text.charAt(i) < 0x80) {
      i++;
    }
    if (i == length) {
      out.writeByte(Tag.ASCII);
      out.writeUnsigned(length);
      out.writeAscii(text);
      return;
    }
    for (; i < length && !surrogates; i++) {
      surrogates = Character.isSurrogate(text.charAt(i));
    }
    if (surrogates && !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      out.writeByte(Tag.UTF16);
      out.writeUnsigned(length);
      for (int c = 0; c < length; c++) {
        out.writeByte(text.charAt(c) >>> 8);
        out.writeByte(text.charAt(c));
      }
      return;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeByte(Tag.UTF8);
    out.writeUnsigned(bytes.length);
    out.writeBytes(bytes, 0, bytes.length);
  }
}
