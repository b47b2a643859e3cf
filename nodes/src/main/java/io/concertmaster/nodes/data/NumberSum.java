package io.concertmaster.nodes.data;

import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A sum of numbers: exact for whole numbers and decimals of any length, and with Neumaier's
 * compensation for floating-point ones, so that a million small amounts do not drift.
 */
final class NumberSum {
  private static final int PARTS = 6;

  private long count;
  private long whole;
  private BigDecimal large = BigDecimal.ZERO;
  private boolean floating;
  private double sum;
  private double lost;

  void add(Number number) {
    count++;
    switch (number) {
      case Long value -> addWhole(value);
      case BigDecimal value -> large = large.add(value);
      default -> addFloating(number.doubleValue());
    }
  }

  private void addWhole(long value) {
    long next = whole + value;
    if (((whole ^ next) & (value ^ next)) < 0) {
      large = large.add(BigDecimal.valueOf(whole));
      next = value;
    }
    whole = next;
  }

  private void addFloating(double value) {
    floating = true;
    double next = sum + value;
    if (Double.isFinite(next)) {
      lost += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
    }
    sum = next;
  }

  /** The sum; 0 of nothing. */
  Number sum() {
    if (large.signum() == 0) {
      return floating ? (Number) (whole + (sum + lost)) : (Number) whole;
    }
    BigDecimal exact = large.add(BigDecimal.valueOf(whole));
    if (floating) {
      return exact.doubleValue() + (sum + lost);
    }
    boolean fits = exact.stripTrailingZeros().scale() <= 0 && exact.toBigInteger().bitLength() < 64;
    return fits ? (Number) exact.longValueExact() : exact;
  }

  /** The average; {@code null} of nothing. */
  @Nullable Number average() {
    return count == 0 ? null : (Number) (sum().doubleValue() / count);
  }

  /** As data, for the disk. */
  JsonArray state() {
    Number rest = large.signum() == 0 ? (Number) 0L : large;
    return JsonArray.ofValues(new Object[] {count, whole, rest, floating, sum, lost});
  }

  /** Adds what another sum had as data. */
  void merge(JsonArray state) {
    if (state.size() != PARTS) {
      throw new IllegalArgumentException("not a sum: " + Json.write(state));
    }
    count += number(state, 0).longValue();
    addWhole(number(state, 1).longValue());
    Number other = number(state, 2);
    large = large.add(other instanceof BigDecimal d ? d : BigDecimal.valueOf(other.longValue()));
    if (Boolean.TRUE.equals(state.get(3))) {
      addFloating(number(state, 4).doubleValue());
      lost += number(state, 5).doubleValue();
    }
  }

  private static Number number(JsonArray state, int index) {
    return state.get(index) instanceof Number number ? number : 0L;
  }
}
