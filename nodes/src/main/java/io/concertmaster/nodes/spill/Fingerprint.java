package io.concertmaster.nodes.spill;

import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.data.Shape;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A 128-bit fingerprint of values: two that people would call the same have the same one, and two
 * that differ have different ones for all that anybody will ever see (the first half of a SHA-256).
 * Numbers count by value, objects whatever the order of their fields, and a field that is {@code
 * null} like one that is missing.
 *
 * <p>An instance is used over and over by one thread: {@link #take} a value, then read {@link
 * #high} and {@link #low}.
 */
public final class Fingerprint {
  private static final byte NOTHING = 0;
  private static final byte TEXT = 1;
  private static final byte WHOLE = 2;
  private static final byte OTHER = 3;
  private static final byte LIST = 4;
  private static final byte OBJECT = 5;
  private static final byte END = 6;

  private final MessageDigest digest;
  private byte[] bytes = new byte[1_024];
  private int size;
  private Shape lastShape = Shape.empty();
  private int[] lastOrder = {};
  private long high;
  private long low;

  public Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Takes the fingerprint of a value. */
  public void take(@Nullable Object value) {
    size = 0;
    write(value);
    digest.update(bytes, 0, size);
    byte[] hash = digest.digest();
    high = number(hash, 0);
    low = number(hash, Long.BYTES);
  }

  /** The first half of the fingerprint taken last. */
  public long high() {
    return high;
  }

  /** The second half of the fingerprint taken last. */
  public long low() {
    return low;
  }

  private static long number(byte[] hash, int from) {
    long number = 0;
    for (int i = from; i < from + Long.BYTES; i++) {
      number = number << Byte.SIZE | (hash[i] & 0xFF);
    }
    return number;
  }

  private void write(@Nullable Object given) {
    Object value = given instanceof Number ? Canonical.of(given) : given;
    switch (value) {
      case null -> write(NOTHING);
      case String text -> write(TEXT, text);
      case Long number -> {
        write(WHOLE);
        writeLong(number);
      }
      case JsonArray list -> {
        write(LIST);
        for (Object element : list) {
          write(element);
        }
        write(END);
      }
      case JsonObject object -> {
        write(OBJECT);
        for (int slot : order(object.shape())) {
          if (object.slot(slot) != null) {
            write(TEXT, object.shape().name(slot));
            write(object.slot(slot));
          }
        }
        write(END);
      }
      default -> write(OTHER, value.toString());
    }
  }

  /** The slots of a shape in the order of their names; most items in a row have the same shape. */
  @SuppressWarnings("ReferenceEquality") // a look that is cheap; equal shapes are sorted again
  private int[] order(Shape shape) {
    if (shape != lastShape) {
      lastOrder =
          IntStream.range(0, shape.size())
              .boxed()
              .sorted(Comparator.comparing(shape::name))
              .mapToInt(Integer::intValue)
              .toArray();
      lastShape = shape;
    }
    return lastOrder;
  }

  private void write(byte value) {
    room(1);
    bytes[size++] = value;
  }

  private void write(byte tag, String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    write(tag);
    writeLong(utf8.length);
    room(utf8.length);
    System.arraycopy(utf8, 0, bytes, size, utf8.length);
    size += utf8.length;
  }

  private void writeLong(long value) {
    room(Long.BYTES);
    for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      bytes[size++] = (byte) (value >>> shift);
    }
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
    }
  }
}
