package io.concertmaster.model.expression.library.time;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Moves a length from some units into others, as Luxon's {@code Duration} does. */
final class Shifting {
  private static final Unit[] ALL = Unit.values();

  private Shifting() {}

  static DurationValue shift(DurationValue duration, List<Unit> units) {
    if (units.isEmpty() || !duration.valid()) {
      return duration;
    }
    Map<Unit, Double> built = new EnumMap<>(Unit.class);
    Map<Unit, Double> waiting = new EnumMap<>(Unit.class);
    Unit last = units.getFirst();
    for (Unit unit : ALL) {
      Double here = duration.values().get(unit);
      if (!units.contains(unit)) {
        if (here != null) {
          waiting.put(unit, here);
        }
        continue;
      }
      last = unit;
      double own = 0;
      for (Map.Entry<Unit, Double> left : waiting.entrySet()) {
        own += left.getKey().in(unit, duration.exact()) * left.getValue();
        left.setValue(0.0);
      }
      own += here == null ? 0 : here;
      double whole = truncated(own);
      built.put(unit, whole);
      waiting.put(unit, (own * 1000 - whole * 1000) / 1000);
    }
    Unit lowest = last;
    waiting.forEach((unit, rest) -> {
      if (rest != 0) {
        double added = unit == lowest ? rest : rest / lowest.in(unit, duration.exact());
        built.merge(lowest, added, Double::sum);
      }
    });
    normalize(built, duration.exact());
    return duration.with(built);
  }

  /** Makes the values have one sign and moves what is too large for a unit to the next larger. */
  static void normalize(Map<Unit, Double> values, boolean exact) {
    double sign = new DurationValue(values, java.util.Locale.US, exact, null).millis() < 0 ? -1 : 1;
    List<Unit> present = new ArrayList<>();
    for (Unit unit : ALL) {
      if (values.containsKey(unit)) {
        present.add(unit);
      }
    }
    for (int i = present.size() - 1; i > 0; i--) {
      Unit small = present.get(i);
      Unit large = present.get(i - 1);
      double value = values.getOrDefault(small, 0.0) * sign;
      double size = large.in(small, exact);
      double over = Math.floor(value / size);
      values.merge(large, over * sign, Double::sum);
      values.merge(small, -over * size * sign, Double::sum);
    }
    for (int i = 1; i < present.size(); i++) {
      Unit large = present.get(i - 1);
      Unit small = present.get(i);
      double fraction = values.getOrDefault(large, 0.0) % 1;
      values.merge(large, -fraction, Double::sum);
      values.merge(small, fraction * large.in(small, exact), Double::sum);
    }
    values.replaceAll((unit, value) -> value == 0 ? 0.0 : value);
  }

  static double truncated(double number) {
    return number < 0 ? Math.ceil(number) : Math.floor(number);
  }
}
