package io.concertmaster.nodes.condition;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Values that count as numbers: numbers, and texts that look like one ({@code 12}, {@code -0.5},
 * {@code 1e6}, with blanks around them). {@code 1,000}, {@code 0x1F}, {@code 12 kg} and an empty
 * text do not.
 */
public final class NumberLike {
  private NumberLike() {}

  /** The number that a value is or looks like; {@code null} where it does neither. */
  public static @Nullable Number of(@Nullable Object value) {
    return switch (value) {
      case Number number -> number;
      case String text -> parse(text);
      case null, default -> null;
    };
  }

  /** The number that a text looks like; {@code null} where it does not. */
  public static @Nullable Number parse(String given) {
    if (given.isEmpty() || given.length() > 400) {
      return null;
    }
    char first = given.charAt(0);
    String text = first <= ' ' || given.charAt(given.length() - 1) <= ' ' ? given.strip() : given;
    int digits = 0;
    boolean plain = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits++;
      } else if (c == '.' || c == 'e' || c == 'E' || (c == '+' && i > 0)) {
        plain = false;
      } else if (c != '-' && !(c == '+' && i == 0)) {
        return null;
      }
    }
    if (digits == 0) {
      return null;
    }
    try {
      if (plain) {
        return digits <= 18 ? (Number) Long.valueOf(text) : new BigDecimal(text);
      }
      double number = Double.parseDouble(text);
      return Double.isFinite(number) ? number : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** Compares numbers by their value, whatever their types; exactly, where neither is a double. */
  public static int compare(Number left, Number right) {
    if (left instanceof Long a && right instanceof Long b) {
      return Long.compare(a, b);
    }
    boolean exact = left instanceof BigDecimal || right instanceof BigDecimal;
    if (exact && finite(left) && finite(right)) {
      return decimal(left).compareTo(decimal(right));
    }
    double a = left.doubleValue();
    double b = right.doubleValue();
    return a == b ? 0 : Double.compare(a, b);
  }

  private static boolean finite(Number number) {
    return !(number instanceof Double value) || Double.isFinite(value);
  }

  private static BigDecimal decimal(Number number) {
    return switch (number) {
      case BigDecimal exact -> exact;
      case Long whole -> BigDecimal.valueOf(whole);
      default -> BigDecimal.valueOf(number.doubleValue());
    };
  }
}
