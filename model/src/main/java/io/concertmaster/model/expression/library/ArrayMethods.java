package io.concertmaster.model.expression.library;

import io.concertmaster.model.expression.Undefined;
import io.concertmaster.model.expression.runtime.Arguments;
import io.concertmaster.model.expression.runtime.Conversions;
import io.concertmaster.model.expression.runtime.Equality;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.JsFunction;
import io.concertmaster.model.expression.runtime.ListLike;
import io.concertmaster.model.expression.runtime.Method;
import io.concertmaster.node.data.JsonArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JavaScript's methods of lists that take no callback (ECMA-262 §23.1.3). Lists never change:
 * {@code sort} and {@code reverse} give a new one, which is what an expression sees of them.
 */
final class ArrayMethods {
  private static final Map<String, Method<JsonArray>> TABLE = fill();

  private ArrayMethods() {}

  static Map<String, Method<JsonArray>> table() {
    return TABLE;
  }

  private static Map<String, Method<JsonArray>> fill() {
    Map<String, Method<JsonArray>> t = new HashMap<>();
    t.put("toString", (f, s, a) -> Conversions.join(f, s, ","));
    t.put("valueOf", (f, s, a) -> s);
    t.put(
        "hasOwnProperty",
        (f, s, a) -> {
          String name = Arguments.text(f, a, 0);
          return name.equals("length")
              || (name.matches("0|[1-9][0-9]{0,8}") && Integer.parseInt(name) < s.size());
        });
    t.put("join", ArrayMethods::join);
    t.put("at", ArrayMethods::at);
    t.put("slice", ArrayMethods::slice);
    t.put("concat", ArrayMethods::concat);
    t.put("includes", ArrayMethods::includes);
    t.put("indexOf", ArrayMethods::indexOf);
    t.put("lastIndexOf", ArrayMethods::lastIndexOf);
    t.put("flat", ArrayMethods::flat);
    t.put("reverse", (f, s, a) -> reversed(f, s));
    t.put("toReversed", t.get("reverse"));
    t.put("sort", ArrayMethods::sort);
    t.put("toSorted", ArrayMethods::sort);
    t.put("with", ArrayMethods::with);
    t.put("fill", ArrayMethods::fill);
    t.put("toLocaleString", (f, s, a) -> Conversions.join(f, s, ","));
    t.put("keys", (f, s, a) -> new IteratorValue("Array Iterator", keys(f, s)));
    t.put("values", (f, s, a) -> new IteratorValue("Array Iterator", s));
    t.put("entries", (f, s, a) -> new IteratorValue("Array Iterator", entries(f, s)));
    return Map.copyOf(t);
  }

  /** A list over new values. */
  static JsonArray list(Frame frame, @Nullable Object[] values) {
    frame.chargeArray(values.length);
    return values.length == 0 ? JsonArray.of() : JsonArray.ofValues(values);
  }

  /** A list over new values. */
  static JsonArray list(Frame frame, List<@Nullable Object> values) {
    return list(frame, values.toArray());
  }

  private static Object join(Frame frame, JsonArray self, @Nullable Object[] a) {
    String separator = Arguments.has(a, 0) ? Arguments.text(frame, a, 0) : ",";
    frame.chargeText((long) separator.length() * Math.max(0, self.size() - 1));
    return Conversions.join(frame, self, separator);
  }

  private static @Nullable Object at(Frame frame, JsonArray self, @Nullable Object[] a) {
    long index = Arguments.integer(frame, a, 0, 0);
    long place = index < 0 ? self.size() + index : index;
    return place >= 0 && place < self.size() ? self.get((int) place) : Undefined.VALUE;
  }

  private static Object slice(Frame frame, JsonArray self, @Nullable Object[] a) {
    int from = Arguments.relative(frame, a, 0, self.size(), 0);
    int to = Arguments.relative(frame, a, 1, self.size(), self.size());
    return from < to ? list(frame, Arrays.copyOfRange(self.toArray(), from, to)) : JsonArray.of();
  }

  private static Object concat(Frame frame, JsonArray self, @Nullable Object[] a) {
    List<@Nullable Object> all = new ArrayList<>(self);
    frame.chargeArray(all.size());
    for (Object part : a) {
      Object element = part instanceof ListLike list ? list.elements() : part;
      if (element instanceof JsonArray more) {
        frame.chargeArray(all.size() + (long) more.size());
        all.addAll(more);
      } else {
        all.add(part);
      }
    }
    return list(frame, all);
  }

  private static Object includes(Frame frame, JsonArray self, @Nullable Object[] a) {
    Object sought = Arguments.at(a, 0);
    for (int i = Arguments.relative(frame, a, 1, self.size(), 0); i < self.size(); i++) {
      frame.charge(1);
      if (Equality.sameValueZero(frame, self.get(i), sought)) {
        return true;
      }
    }
    return false;
  }

  private static Object indexOf(Frame frame, JsonArray self, @Nullable Object[] a) {
    Object sought = Arguments.at(a, 0);
    for (int i = Arguments.relative(frame, a, 1, self.size(), 0); i < self.size(); i++) {
      frame.charge(1);
      if (Equality.strict(frame, self.get(i), sought)) {
        return (long) i;
      }
    }
    return -1L;
  }

  private static Object lastIndexOf(Frame frame, JsonArray self, @Nullable Object[] a) {
    Object sought = Arguments.at(a, 0);
    long from = a.length > 1 ? (long) Conversions.number(frame, a[1]) : self.size() - 1L;
    from = from < 0 ? self.size() + from : Math.min(from, self.size() - 1L);
    for (int i = (int) from; i >= 0; i--) {
      frame.charge(1);
      if (Equality.strict(frame, self.get(i), sought)) {
        return (long) i;
      }
    }
    return -1L;
  }

  private static Object flat(Frame frame, JsonArray self, @Nullable Object[] a) {
    List<@Nullable Object> flat = new ArrayList<>();
    flatten(frame, self, Arguments.integer(frame, a, 0, 1), flat);
    return list(frame, flat);
  }

  /** Adds the elements of a list, and of lists in it down to a depth. */
  static void flatten(Frame frame, JsonArray from, long depth, List<@Nullable Object> into) {
    @Nullable Object[] before = frame.enter(frame.locals(), 6, 1 + from.size());
    for (Object element : from) {
      if (element instanceof JsonArray inner && depth > 0) {
        flatten(frame, inner, depth - 1, into);
      } else if (element instanceof ListLike list && depth > 0) {
        flatten(frame, list.elements(), depth - 1, into);
      } else {
        into.add(element);
      }
    }
    frame.leave(before, 6);
  }

  private static Object reversed(Frame frame, JsonArray self) {
    @Nullable Object[] values = self.toArray();
    for (int i = 0, j = values.length - 1; i < j; i++, j--) {
      Object kept = values[i];
      values[i] = values[j];
      values[j] = kept;
    }
    return list(frame, values);
  }

  private static Object sort(Frame frame, JsonArray self, @Nullable Object[] a) {
    JsFunction order = Arguments.has(a, 0) ? Arguments.function(a, 0, "sort") : null;
    return list(frame, new Sorting(frame, order).sort(self.toArray()));
  }

  private static Object with(Frame frame, JsonArray self, @Nullable Object[] a) {
    long index = Arguments.integer(frame, a, 0, 0);
    long place = index < 0 ? self.size() + index : index;
    if (place < 0 || place >= self.size()) {
      throw io.concertmaster.model.expression.runtime.Failure.raised(
          io.concertmaster.model.expression.ExpressionException.Kind.RANGE,
          "with(): the list has no index " + index);
    }
    @Nullable Object[] values = self.toArray();
    values[(int) place] = Arguments.at(a, 1);
    return list(frame, values);
  }

  private static Object fill(Frame frame, JsonArray self, @Nullable Object[] a) {
    @Nullable Object[] values = self.toArray();
    int from = Arguments.relative(frame, a, 1, values.length, 0);
    int to =
        Arguments.has(a, 2)
            ? Arguments.relative(frame, a, 2, values.length, values.length)
            : values.length;
    if (from < to) {
      Arrays.fill(values, from, to, Arguments.at(a, 0));
    }
    return list(frame, values);
  }

  private static JsonArray keys(Frame frame, JsonArray self) {
    @Nullable Object[] keys = new @Nullable Object[self.size()];
    Arrays.setAll(keys, i -> (long) i);
    return list(frame, keys);
  }

  private static JsonArray entries(Frame frame, JsonArray self) {
    frame.chargeArray(self.size() * 3L);
    @Nullable Object[] entries = new @Nullable Object[self.size()];
    Arrays.setAll(entries, i -> JsonArray.ofValues(new @Nullable Object[] {(long) i, self.get(i)}));
    return list(frame, entries);
  }
}
