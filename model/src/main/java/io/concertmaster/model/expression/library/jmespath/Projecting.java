package io.concertmaster.model.expression.library.jmespath;

import io.concertmaster.model.expression.Undefined;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.ListLike;
import io.concertmaster.model.expression.runtime.Primitive;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists and records as a query walks over them. */
final class Projecting {
  private Projecting() {}

  /** A value as data: undefined is null, a date is its text. */
  static @Nullable Object data(@Nullable Object value) {
    return switch (value) {
      case Undefined u -> null;
      case ListLike list -> list.elements();
      case Primitive special -> special.data();
      case null, default -> value;
    };
  }

  static @Nullable Object field(@Nullable Object value, String name) {
    return value instanceof JsonObject record && record.containsKey(name)
        ? data(record.get(name))
        : null;
  }

  static @Nullable Object index(@Nullable Object value, int index) {
    if (!(value instanceof JsonArray list)) {
      return null;
    }
    int place = index < 0 ? list.size() + index : index;
    return place >= 0 && place < list.size() ? data(list.get(place)) : null;
  }

  static JsonArray list(Frame frame, List<@Nullable Object> values) {
    frame.chargeArray(values.size());
    return values.isEmpty() ? JsonArray.of() : JsonArray.ofValues(values.toArray());
  }

  static @Nullable Object each(Frame frame, @Nullable Object source, Query each) {
    if (!(source instanceof JsonArray elements)) {
      return null;
    }
    List<@Nullable Object> found = new ArrayList<>();
    for (Object element : elements) {
      frame.charge(2);
      Object one = each.in(frame, data(element));
      if (one != null) {
        found.add(one);
      }
    }
    return list(frame, found);
  }

  static @Nullable Object flat(Frame frame, @Nullable Object value) {
    if (!(value instanceof JsonArray elements)) {
      return null;
    }
    List<@Nullable Object> flat = new ArrayList<>();
    for (Object element : elements) {
      if (data(element) instanceof JsonArray inner) {
        frame.chargeArray(flat.size() + (long) inner.size());
        flat.addAll(inner);
      } else {
        flat.add(element);
      }
    }
    return list(frame, flat);
  }

  static @Nullable Object values(Frame frame, @Nullable Object value) {
    return value instanceof JsonObject record
        ? list(frame, new ArrayList<>(record.values()))
        : null;
  }

  /** A slice; a bound that is null is the end. */
  static @Nullable Object slice(
      Frame frame, @Nullable Object value, @Nullable Integer from, @Nullable Integer to, int step) {
    if (!(value instanceof JsonArray list)) {
      return null;
    }
    int size = list.size();
    int first = bound(from, size, step, step < 0 ? size - 1 : 0);
    int last = bound(to, size, step, step < 0 ? -1 : size);
    List<@Nullable Object> part = new ArrayList<>();
    for (long i = first; step > 0 ? i < last : i > last; i += step) {
      part.add(list.get((int) i));
    }
    return list(frame, part);
  }

  private static int bound(@Nullable Integer given, int size, int step, int otherwise) {
    if (given == null) {
      return otherwise;
    }
    int place = given < 0 ? size + given : given;
    return step < 0 ? Math.clamp(place, -1, size - 1) : Math.clamp(place, 0, size);
  }

  /** What counts as false: null, false, and what is empty. */
  static boolean truth(@Nullable Object value) {
    return switch (value) {
      case null -> false;
      case Boolean b -> b;
      case String s -> !s.isEmpty();
      case JsonArray list -> !list.isEmpty();
      case JsonObject record -> !record.isEmpty();
      default -> true;
    };
  }
}
