package io.concertmaster.model.expression.library;

import io.concertmaster.model.expression.ExpressionException.Kind;
import io.concertmaster.model.expression.Undefined;
import io.concertmaster.model.expression.runtime.Arguments;
import io.concertmaster.model.expression.runtime.Conversions;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.Method;
import io.concertmaster.model.expression.runtime.Records;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** n8n's methods that take lists as sets, or make records of them. */
final class ArraySets {
  private ArraySets() {}

  static Map<String, Method<JsonArray>> table() {
    Map<String, Method<JsonArray>> t = new HashMap<>();
    t.put("union", ArraySets::union);
    t.put("difference", (f, s, a) -> matching(f, s, other(a, "difference"), false));
    t.put("intersection", ArraySets::intersection);
    t.put("merge", ArraySets::merge);
    t.put("smartJoin", ArraySets::smartJoin);
    t.put("renameKeys", ArraySets::renameKeys);
    t.put("randomItem", ArraySets::randomItem);
    return t;
  }

  private static JsonArray other(@Nullable Object[] a, String method) {
    if (Arguments.at(a, 0) instanceof JsonArray other) {
      return other;
    }
    throw Failure.raised(Kind.TYPE, method + "() needs a list");
  }

  private static Object union(Frame frame, JsonArray self, @Nullable Object[] a) {
    Map<Object, @Nullable Object> all = new LinkedHashMap<>();
    for (JsonArray list : List.of(self, other(a, "union"))) {
      for (Object element : list) {
        all.putIfAbsent(DeepKey.of(frame, element), element);
      }
    }
    return ArrayMethods.list(frame, all.values().toArray());
  }

  private static Object intersection(Frame frame, JsonArray self, @Nullable Object[] a) {
    Map<Object, @Nullable Object> all = new LinkedHashMap<>();
    JsonArray both = matching(frame, self, other(a, "intersection"), true);
    for (Object element : both) {
      all.putIfAbsent(DeepKey.of(frame, element), element);
    }
    return ArrayMethods.list(frame, all.values().toArray());
  }

  /** The elements that another list has too, or those that it has not. */
  private static JsonArray matching(Frame frame, JsonArray self, JsonArray other, boolean wanted) {
    Set<Object> known = new HashSet<>();
    for (Object element : other) {
      known.add(DeepKey.of(frame, element));
    }
    List<@Nullable Object> kept = new ArrayList<>();
    for (Object element : self) {
      if (known.contains(DeepKey.of(frame, element)) == wanted) {
        kept.add(element);
      }
    }
    return ArrayMethods.list(frame, kept);
  }

  /**
   * All records as one, in which later fields count. With another list, they are first put together
   * in pairs, in which the list's own fields count.
   */
  private static Object merge(Frame frame, JsonArray self, @Nullable Object[] a) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    JsonArray others = Arguments.has(a, 0) ? other(a, "merge") : JsonArray.of();
    int size = Math.max(self.size(), others.size());
    for (int i = 0; i < size; i++) {
      Map<String, @Nullable Object> pair = new LinkedHashMap<>();
      if (i < self.size() && self.get(i) instanceof JsonObject record) {
        pair.putAll(record);
      }
      if (i < others.size() && others.get(i) instanceof JsonObject record) {
        record.forEach(pair::putIfAbsent);
      }
      frame.charge(1 + pair.size());
      fields.putAll(pair);
    }
    return Records.of(frame, fields);
  }

  private static Object smartJoin(Frame frame, JsonArray self, @Nullable Object[] a) {
    if (a.length < 2 || Conversions.nullish(a[0]) || Conversions.nullish(a[1])) {
      throw Failure.raised(Kind.TYPE, "smartJoin() needs a field for names and one for values");
    }
    String names = Arguments.text(frame, a, 0);
    String values = Arguments.text(frame, a, 1);
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (Object element : self) {
      frame.charge(1);
      if (element instanceof JsonObject record
          && record.containsKey(names)
          && record.containsKey(values)) {
        fields.put(Conversions.key(frame, record.get(names)), record.get(values));
      }
    }
    return Records.of(frame, fields);
  }

  private static Object renameKeys(Frame frame, JsonArray self, @Nullable Object[] a) {
    if (a.length == 0 || a.length % 2 != 0) {
      throw Failure.raised(Kind.TYPE, "renameKeys() needs pairs: an old and a new name");
    }
    Map<String, String> renamed = new HashMap<>();
    for (int i = 0; i < a.length; i += 2) {
      renamed.put(Conversions.key(frame, a[i]), Conversions.key(frame, a[i + 1]));
    }
    List<@Nullable Object> all = new ArrayList<>();
    for (Object element : self) {
      if (element instanceof JsonObject record) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        record.forEach((name, value) -> fields.put(renamed.getOrDefault(name, name), value));
        all.add(Records.of(frame, fields));
      } else {
        all.add(element);
      }
    }
    return ArrayMethods.list(frame, all);
  }

  private static @Nullable Object randomItem(Frame frame, JsonArray self, @Nullable Object[] a) {
    return self.isEmpty()
        ? Undefined.VALUE
        : self.get(ThreadLocalRandom.current().nextInt(self.size()));
  }
}
