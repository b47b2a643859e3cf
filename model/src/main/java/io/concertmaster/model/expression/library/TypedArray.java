package io.concertmaster.model.expression.library;

import io.concertmaster.model.expression.Undefined;
import io.concertmaster.model.expression.runtime.Arguments;
import io.concertmaster.model.expression.runtime.BigIntegerValue;
import io.concertmaster.model.expression.runtime.Conversions;
import io.concertmaster.model.expression.runtime.Conversions.Hint;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.Method;
import io.concertmaster.model.expression.runtime.Numbers;
import io.concertmaster.model.expression.runtime.ObjectKind;
import io.concertmaster.model.expression.runtime.ObjectKind.Property;
import io.concertmaster.model.expression.runtime.ObjectValue;
import io.concertmaster.model.expression.runtime.Operators;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A typed array: elements that were converted to one kind of number. Expressions can make and read
 * it, but not write into it; a buffer is one of bytes.
 */
public final class TypedArray implements ObjectValue {
  /** What its elements are. */
  enum Element {
    INT8(1),
    UINT8(1),
    UINT8CLAMPED(1),
    INT16(2),
    UINT16(2),
    INT32(4),
    UINT32(4),
    FLOAT32(4),
    FLOAT64(8),
    BIGINT64(8),
    BIGUINT64(8);

    final int bytes;

    Element(int bytes) {
      this.bytes = bytes;
    }

    Object converted(Frame frame, @Nullable Object value) {
      if (this == BIGINT64 || this == BIGUINT64) {
        if (!(value instanceof BigIntegerValue(BigInteger big))) {
          throw Failure.type("an array of big integers takes big integers only");
        }
        BigInteger low = big.and(BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE));
        boolean negative = this == BIGINT64 && low.testBit(63);
        return new BigIntegerValue(negative ? low.subtract(BigInteger.ONE.shiftLeft(64)) : low);
      }
      double number = Conversions.number(frame, value);
      int bits = Numbers.int32(number);
      return switch (this) {
        case INT8 -> (long) (byte) bits;
        case UINT8 -> (long) (bits & 0xFF);
        case UINT8CLAMPED ->
            Double.isNaN(number) ? 0L : (long) Math.rint(Math.clamp(number, 0, 255));
        case INT16 -> (long) (short) bits;
        case UINT16 -> (long) (bits & 0xFFFF);
        case INT32 -> (long) bits;
        case UINT32 -> Integer.toUnsignedLong(bits);
        case FLOAT32 -> Numbers.of((float) number);
        default -> Numbers.of(number);
      };
    }

    Object zero() {
      return this == BIGINT64 || this == BIGUINT64 ? new BigIntegerValue(BigInteger.ZERO) : 0L;
    }
  }

  private static final Map<String, Element> NAMES = names();
  private static final Map<String, ObjectKind<TypedArray>> KINDS = kinds();

  private final String name;
  private final Element element;
  private final @Nullable Object[] values;

  private TypedArray(String name, Element element, @Nullable Object[] values) {
    this.name = name;
    this.element = element;
    this.values = values;
  }

  private static Map<String, Element> names() {
    Map<String, Element> names = new HashMap<>();
    names.put("Int8Array", Element.INT8);
    names.put("Uint8Array", Element.UINT8);
    names.put("Uint8ClampedArray", Element.UINT8CLAMPED);
    names.put("Int16Array", Element.INT16);
    names.put("Uint16Array", Element.UINT16);
    names.put("Int32Array", Element.INT32);
    names.put("Uint32Array", Element.UINT32);
    names.put("Float32Array", Element.FLOAT32);
    names.put("Float64Array", Element.FLOAT64);
    names.put("BigInt64Array", Element.BIGINT64);
    names.put("BigUint64Array", Element.BIGUINT64);
    names.put("ArrayBuffer", Element.UINT8);
    names.put("SharedArrayBuffer", Element.UINT8);
    names.put("DataView", Element.UINT8);
    return Map.copyOf(names);
  }

  private static boolean isBuffer(String name) {
    return name.endsWith("Buffer") || name.equals("DataView");
  }

  private static Map<String, ObjectKind<TypedArray>> kinds() {
    Map<String, ObjectKind<TypedArray>> kinds = new HashMap<>();
    NAMES.forEach((name, element) -> {
      Map<String, Property<TypedArray>> properties = new HashMap<>();
      properties.put("byteLength", t -> (long) t.values.length * element.bytes);
      Map<String, Method<TypedArray>> methods = new HashMap<>();
      if (!isBuffer(name)) {
        properties.put("length", t -> (long) t.values.length);
        properties.put("byteOffset", t -> 0L);
        properties.put("BYTES_PER_ELEMENT", t -> (long) element.bytes);
        for (String method :
            List.of("join", "at", "includes", "indexOf", "slice", "toString", "entries", "keys")) {
          methods.put(method, (f, t, a) -> t.asList(f, method, a));
        }
        for (String method : List.of("map", "filter", "reduce", "every", "some", "find")) {
          methods.put(method, (f, t, a) -> t.asList(f, method, a));
        }
      }
      kinds.put(name, new ObjectKind<>(name, TypedArray.class, properties, methods, Map.of()));
    });
    return Map.copyOf(kinds);
  }

  /** All kinds. */
  static List<ObjectKind<?>> kindList() {
    return List.copyOf(KINDS.values());
  }

  /** The constructors by name. */
  static Map<String, Object> constructors() {
    Map<String, Object> all = new HashMap<>();
    NAMES.forEach((name, element) ->
        all.put(
            name,
            new Namespace.Callable(
                name,
                Map.of("BYTES_PER_ELEMENT", (long) element.bytes),
                null,
                (frame, a) -> make(frame, name, element, Arguments.at(a, 0)),
                value -> value instanceof TypedArray t && t.name.equals(name))));
    return all;
  }

  private static TypedArray make(Frame frame, String name, Element element, @Nullable Object from) {
    @Nullable Object[] values;
    if (from instanceof TypedArray buffer && isBuffer(buffer.name)) {
      values = new @Nullable Object[buffer.values.length / element.bytes];
      java.util.Arrays.fill(values, element.zero());
    } else if (Conversions.isObject(from)) {
      values = Iteration.elements(frame, from).toArray();
      for (int i = 0; i < values.length; i++) {
        values[i] = element.converted(frame, values[i]);
      }
    } else {
      double size = from == Undefined.VALUE ? 0 : Operators.int32(frame, from);
      if (size < 0) {
        throw Failure.type("a typed array cannot have " + size + " elements");
      }
      frame.chargeArray((long) size);
      values = new @Nullable Object[(int) size];
      java.util.Arrays.fill(values, element.zero());
    }
    frame.chargeArray(values.length);
    return new TypedArray(name, element, values);
  }

  /** Its elements as a list. */
  JsonArray elements(Frame frame) {
    return ArrayMethods.list(frame, values.clone());
  }

  private @Nullable Object asList(Frame frame, String method, @Nullable Object[] a) {
    Methods.Named named = java.util.Objects.requireNonNull(Methods.named(method));
    Object result = named.call(frame, elements(frame), a);
    boolean typed = method.equals("slice") || method.equals("map") || method.equals("filter");
    return typed ? make(frame, name, element, result) : result;
  }

  @Override
  public ObjectKind<TypedArray> kind() {
    return java.util.Objects.requireNonNull(KINDS.get(name));
  }

  @Override
  public @Nullable Object property(Frame frame, String property) {
    if (!property.isEmpty()
        && property.length() < 9
        && property.chars().allMatch(Character::isDigit)) {
      int index = Integer.parseInt(property);
      return index < values.length && !isBuffer(name) ? values[index] : Undefined.VALUE;
    }
    return kind().property(frame, this, property);
  }

  @Override
  public Object primitive(Hint hint) {
    return isBuffer(name)
        ? "[object " + name + "]"
        : java.util.Arrays.stream(values)
            .map(v -> v instanceof Number n ? Numbers.text(n) : String.valueOf(data(v)))
            .collect(java.util.stream.Collectors.joining(","));
  }

  private static @Nullable Object data(@Nullable Object value) {
    return value instanceof BigIntegerValue big ? big.data() : value;
  }

  @Override
  public Object data() {
    JsonObject.Builder fields = JsonObject.builder();
    if (!isBuffer(name)) {
      for (int i = 0; i < Math.min(values.length, 100_000); i++) {
        fields.put(Integer.toString(i), data(values[i]));
      }
    }
    return fields.build();
  }
}
