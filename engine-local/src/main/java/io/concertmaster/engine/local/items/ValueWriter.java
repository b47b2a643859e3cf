package io.concertmaster.engine.local.items;

import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.data.Shape;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes values, and collects the shapes of records, whose names are written apart. */
final class ValueWriter {
  private final Shapes shapes;

  ValueWriter(Shapes shapes) {
    this.shapes = shapes;
  }

  /** Writes how many shapes there are, and for each its names. */
  void writeDictionary(ByteWriter out) {
    out.writeUnsigned(shapes.size());
    for (int number = 0; number < shapes.size(); number++) {
      writeNames(out, shapes.get(number));
    }
  }

  private static void writeNames(ByteWriter out, Shape shape) {
    out.writeUnsigned(shape.size());
    for (int slot = 0; slot < shape.size(); slot++) {
      writeText(out, shape.name(slot));
    }
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

  /** Writes a record without a tag: the number of its shape, or names; a value a slot. */
  void writeObject(ByteWriter out, JsonObject object) {
    int number = shapes.number(object.shape());
    if (number == Shapes.NONE) {
      out.writeUnsigned(shapes.most());
      writeNames(out, object.shape());
    } else {
      out.writeUnsigned(number);
    }
    for (int slot = 0; slot < object.size(); slot++) {
      write(out, object.slot(slot));
    }
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
