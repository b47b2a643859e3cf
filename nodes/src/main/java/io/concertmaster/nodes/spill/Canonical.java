package io.concertmaster.nodes.spill;

import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Values in the one form in which {@code equals} tells whether people would call them the same:
 * {@code 1}, {@code 1.0} and {@code 1.00} are one number. Agrees with {@link ValueOrder#EXACT}.
 */
public final class Canonical {
  private static final double WHOLE = 9.2e18;

  private Canonical() {}

  /** The value in that form; itself where it has it already. */
  public static @Nullable Object of(@Nullable Object value) {
    return switch (value) {
      case Double number -> of(number);
      case BigDecimal number -> of(number);
      case JsonArray list -> of(list);
      case JsonObject object -> of(object);
      case null, default -> value;
    };
  }

  private static Object of(Double number) {
    double value = number;
    return value == Math.rint(value) && Math.abs(value) < WHOLE ? (Object) (long) value : number;
  }

  private static Object of(BigDecimal number) {
    BigDecimal plain = number.stripTrailingZeros();
    if (plain.scale() <= 0 && plain.precision() - plain.scale() <= 18) {
      return plain.longValueExact();
    }
    double near = plain.doubleValue();
    return Double.isFinite(near) && BigDecimal.valueOf(near).compareTo(plain) == 0
        ? (Object) near
        : plain;
  }

  private static JsonArray of(JsonArray list) {
    @Nullable Object[] elements = new Object[list.size()];
    for (int i = 0; i < elements.length; i++) {
      elements[i] = of(list.get(i));
    }
    return JsonArray.ofValues(elements);
  }

  private static JsonObject of(JsonObject object) {
    @Nullable Object[] values = new Object[object.size()];
    for (int slot = 0; slot < values.length; slot++) {
      values[slot] = of(object.slot(slot));
    }
    return JsonObject.ofSlots(object.shape(), values);
  }
}
