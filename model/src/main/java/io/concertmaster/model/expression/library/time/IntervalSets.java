package io.concertmaster.model.expression.library.time;

import io.concertmaster.model.expression.runtime.Arguments;
import io.concertmaster.model.expression.runtime.Conversions;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.Method;
import io.concertmaster.node.data.JsonArray;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Intervals cut, joined and compared. */
final class IntervalSets {
  private IntervalSets() {}

  static Map<String, Method<IntervalValue>> table() {
    Map<String, Method<IntervalValue>> t = new HashMap<>();
    t.put("overlaps", (f, i, a) -> overlaps(i, other(a)));
    t.put("abutsStart", (f, i, a) -> i.valid() && end(i) == start(other(a)));
    t.put("abutsEnd", (f, i, a) -> i.valid() && end(other(a)) == start(i));
    t.put(
        "engulfs",
        (f, i, a) -> i.valid() && start(i) <= start(other(a)) && end(i) >= end(other(a)));
    t.put(
        "equals",
        (f, i, a) ->
            Arguments.at(a, 0) instanceof IntervalValue o
                && i.valid()
                && o.valid()
                && i.start().same(o.start())
                && i.end().same(o.end()));
    t.put("intersection", (f, i, a) -> intersection(i, other(a)));
    t.put("union", (f, i, a) -> union(i, other(a)));
    t.put("difference", IntervalSets::difference);
    t.put("splitBy", (f, i, a) -> list(f, split(f, i, DurationValue.like(f, Arguments.at(a, 0)))));
    t.put("divideEqually", IntervalSets::divided);
    t.put("splitAt", IntervalSets::splitAt);
    return t;
  }

  private static double start(IntervalValue interval) {
    return interval.start().millis();
  }

  private static double end(IntervalValue interval) {
    return interval.end().millis();
  }

  static IntervalValue other(@Nullable Object[] a) {
    if (Arguments.at(a, 0) instanceof IntervalValue other) {
      return other;
    }
    throw Failure.type("an Interval is needed here");
  }

  static JsonArray list(Frame frame, List<IntervalValue> intervals) {
    frame.chargeArray(intervals.size());
    return JsonArray.ofValues(intervals.toArray());
  }

  private static boolean overlaps(IntervalValue one, IntervalValue other) {
    return end(one) > start(other) && start(one) < end(other);
  }

  private static @Nullable IntervalValue intersection(IntervalValue one, IntervalValue other) {
    DateTimeValue from = start(one) > start(other) ? one.start() : other.start();
    DateTimeValue to = end(one) < end(other) ? one.end() : other.end();
    return from.millis() >= to.millis() ? null : IntervalValue.of(from, to);
  }

  private static IntervalValue union(IntervalValue one, IntervalValue other) {
    return IntervalValue.of(
        start(one) < start(other) ? one.start() : other.start(),
        end(one) > end(other) ? one.end() : other.end());
  }

  private static List<IntervalValue> split(
      Frame frame, IntervalValue interval, DurationValue duration) {
    List<IntervalValue> parts = new ArrayList<>();
    if (!interval.valid() || !duration.valid() || !(duration.millis() > 0)) {
      return parts;
    }
    DateTimeValue from = interval.start();
    for (int n = 1; from.millis() < end(interval); n++) {
      frame.charge(10);
      EnumMap<Unit, Double> times = new EnumMap<>(Unit.class);
      int count = n;
      duration.values().forEach((unit, value) -> times.put(unit, value * count));
      DateTimeValue next = DateTimeMath.plus(interval.start(), DurationValue.of(times), 1);
      if (!(next.millis() <= end(interval))) {
        next = interval.end();
      }
      parts.add(IntervalValue.of(from, next));
      from = next;
      if (parts.size() % 1000 == 0) {
        frame.chargeArray(parts.size());
      }
    }
    return parts;
  }

  private static Object divided(Frame frame, IntervalValue interval, @Nullable Object[] a) {
    double count = Conversions.number(frame, Arguments.at(a, 0));
    double length = end(interval) - start(interval);
    List<IntervalValue> parts = split(frame, interval, DurationValue.ofMillis(length / count));
    return list(frame, parts.subList(0, (int) Math.min(parts.size(), Math.max(0, count))));
  }

  private static Object splitAt(Frame frame, IntervalValue interval, @Nullable Object[] a) {
    List<DateTimeValue> at = new ArrayList<>();
    for (int i = 0; i < a.length; i++) {
      DateTimeValue date = DateTimeMethods.other(a, i);
      if (IntervalKind.contains(interval, date.millis())) {
        at.add(date);
      }
    }
    at.sort(Comparator.comparingDouble(DateTimeValue::millis));
    at.add(interval.end());
    List<IntervalValue> parts = new ArrayList<>();
    DateTimeValue from = interval.start();
    for (DateTimeValue next : at) {
      if (interval.valid() && from.millis() < end(interval)) {
        parts.add(IntervalValue.of(from, next));
        from = next;
      }
    }
    return list(frame, parts);
  }

  private static Object difference(Frame frame, IntervalValue interval, @Nullable Object[] a) {
    List<IntervalValue> all = new ArrayList<>(List.of(interval));
    for (Object one : a) {
      all.add(other(new @Nullable Object[] {one}));
    }
    List<IntervalValue> left = new ArrayList<>();
    for (IntervalValue part : xor(frame, all)) {
      IntervalValue inside = intersection(interval, part);
      if (inside != null) {
        left.add(inside);
      }
    }
    return list(frame, left);
  }

  /** Intervals that overlap or touch made one. */
  static List<IntervalValue> merge(List<IntervalValue> intervals) {
    List<IntervalValue> sorted = new ArrayList<>(intervals);
    sorted.sort(Comparator.comparingDouble(IntervalSets::start));
    List<IntervalValue> merged = new ArrayList<>();
    for (IntervalValue next : sorted) {
      IntervalValue last = merged.isEmpty() ? null : merged.getLast();
      if (last != null && (overlaps(last, next) || end(last) == start(next))) {
        merged.set(merged.size() - 1, union(last, next));
      } else {
        merged.add(next);
      }
    }
    return merged;
  }

  private record Edge(DateTimeValue time, int step) {}

  /** The time that exactly one of the intervals covers. */
  static List<IntervalValue> xor(Frame frame, List<IntervalValue> intervals) {
    frame.charge(intervals.size() * 20L);
    List<Edge> edges = new ArrayList<>();
    for (IntervalValue interval : intervals) {
      edges.add(new Edge(interval.start(), 1));
      edges.add(new Edge(interval.end(), -1));
    }
    edges.sort(Comparator.comparingDouble(edge -> edge.time.millis()));
    List<IntervalValue> found = new ArrayList<>();
    DateTimeValue start = null;
    int depth = 0;
    for (Edge edge : edges) {
      depth += edge.step;
      if (depth == 1) {
        start = edge.time;
      } else {
        if (start != null && start.millis() != edge.time.millis()) {
          found.add(IntervalValue.of(start, edge.time));
        }
        start = null;
      }
    }
    return merge(found);
  }
}
