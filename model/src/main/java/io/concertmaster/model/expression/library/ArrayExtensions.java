package io.concertmaster.model.expression.library;

import io.concertmaster.model.expression.ExpressionException.Kind;
import io.concertmaster.model.expression.Undefined;
import io.concertmaster.model.expression.runtime.Arguments;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.Method;
import io.concertmaster.model.expression.runtime.Numbers;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** n8n's methods of lists. */
final class ArrayExtensions {
  private static final Map<String, Method<JsonArray>> TABLE = fill();

  private ArrayExtensions() {}

  static Map<String, Method<JsonArray>> table() {
    return TABLE;
  }

  private static Map<String, Method<JsonArray>> fill() {
    Map<String, Method<JsonArray>> t = new HashMap<>();
    t.put("length", (f, s, a) -> (long) s.size());
    t.put("isEmpty", (f, s, a) -> s.isEmpty());
    t.put("isNotEmpty", (f, s, a) -> !s.isEmpty());
    t.put("first", (f, s, a) -> s.isEmpty() ? Undefined.VALUE : s.get(0));
    t.put("last", (f, s, a) -> s.isEmpty() ? Undefined.VALUE : s.get(s.size() - 1));
    t.put("sum", (f, s, a) -> Numbers.of(sum(f, s, "sum")));
    t.put("average", (f, s, a) -> s.isEmpty() ? 0L : Numbers.of(sum(f, s, "average") / s.size()));
    t.put("min", (f, s, a) -> extreme(f, s, "min", true));
    t.put("max", (f, s, a) -> extreme(f, s, "max", false));
    t.put("compact", ArrayExtensions::compact);
    t.put("chunk", ArrayExtensions::chunk);
    t.put("unique", ArrayExtensions::unique);
    t.put("removeDuplicates", ArrayExtensions::unique);
    t.put("pluck", ArrayExtensions::pluck);
    t.put("append", ArrayExtensions::append);
    t.putAll(ArraySets.table());
    t.put("toJsonString", (f, s, a) -> new JsonText(f, "").write(s));
    for (String none : List.of("toInt", "toFloat", "toNumber", "toBoolean", "toDateTime")) {
      t.put(none, (f, s, a) -> Undefined.VALUE);
    }
    return Map.copyOf(t);
  }

  private static double sum(Frame frame, JsonArray self, String method) {
    double sum = 0;
    for (Object element : self) {
      sum += number(frame, element, method);
    }
    return sum;
  }

  private static double number(Frame frame, @Nullable Object element, String method) {
    frame.charge(1);
    if (element instanceof Number number) {
      return number.doubleValue();
    }
    throw Failure.raised(
        Kind.TYPE,
        method + "() needs numbers only, but the list holds " + Methods.typeName(element));
  }

  private static Object extreme(Frame frame, JsonArray self, String method, boolean least) {
    double found = least ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    for (Object element : self) {
      double number = number(frame, element, method);
      found = least ? Math.min(found, number) : Math.max(found, number);
    }
    return Numbers.of(found);
  }

  private static Object compact(Frame frame, JsonArray self, @Nullable Object[] a) {
    List<@Nullable Object> kept = new ArrayList<>();
    for (Object element : self) {
      boolean blank =
          element == null
              || element == Undefined.VALUE
              || element.equals("")
              || element.equals("nil")
              || (element instanceof JsonObject object && object.isEmpty());
      if (!blank) {
        kept.add(
            element instanceof JsonObject object
                ? ObjectExtensions.compact(frame, object)
                : element);
      }
    }
    return ArrayMethods.list(frame, kept);
  }

  private static Object chunk(Frame frame, JsonArray self, @Nullable Object[] a) {
    long size = Arguments.integer(frame, a, 0, 0);
    if (size < 1) {
      throw Failure.raised(Kind.TYPE, "chunk() needs a size from 1 on");
    }
    List<@Nullable Object> chunks = new ArrayList<>();
    for (long from = 0; from < self.size(); from += size) {
      int to = (int) Math.min(from + size, self.size());
      chunks.add(ArrayMethods.list(frame, self.subList((int) from, to).toArray()));
    }
    return ArrayMethods.list(frame, chunks);
  }

  private static Object unique(Frame frame, JsonArray self, @Nullable Object[] a) {
    Map<Object, @Nullable Object> seen = new LinkedHashMap<>();
    for (Object element : self) {
      Object key = element;
      if (a.length > 0) {
        List<@Nullable Object> fields = new ArrayList<>();
        for (Object name : a) {
          fields.add(
              element instanceof JsonObject record && record.containsKey(String.valueOf(name))
                  ? record.get(String.valueOf(name))
                  : Undefined.VALUE);
        }
        key = JsonArray.ofValues(fields.toArray());
      }
      seen.putIfAbsent(DeepKey.of(frame, key), element);
    }
    return ArrayMethods.list(frame, seen.values().toArray());
  }

  private static Object pluck(Frame frame, JsonArray self, @Nullable Object[] a) {
    if (a.length == 0) {
      return self;
    }
    List<@Nullable Object> plucked = new ArrayList<>();
    for (Object element : self) {
      frame.charge(1 + a.length);
      if (element instanceof JsonObject record) {
        plucked.add(a.length == 1 ? field(record, a[0]) : fields(frame, record, a));
      } else if (element instanceof CollectionValue) {
        JsonObject none = JsonObject.empty(); // its entries are no fields
        plucked.add(a.length == 1 ? field(none, a[0]) : fields(frame, none, a));
      }
    }
    return ArrayMethods.list(frame, plucked);
  }

  private static @Nullable Object field(JsonObject record, @Nullable Object name) {
    String field = String.valueOf(name);
    return record.containsKey(field) ? record.get(field) : Undefined.VALUE;
  }

  private static Object fields(Frame frame, JsonObject record, @Nullable Object[] names) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (Object name : names) {
      if (record.containsKey(String.valueOf(name))) {
        fields.put(String.valueOf(name), field(record, name));
      }
    }
    return io.concertmaster.model.expression.runtime.Records.of(frame, fields);
  }

  private static Object append(Frame frame, JsonArray self, @Nullable Object[] a) {
    frame.chargeArray(self.size() + (long) a.length);
    @Nullable Object[] all = Arrays.copyOf(self.toArray(), self.size() + a.length);
    System.arraycopy(a, 0, all, self.size(), a.length);
    return ArrayMethods.list(frame, all);
  }
}
