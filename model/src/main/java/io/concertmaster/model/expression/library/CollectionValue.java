package io.concertmaster.model.expression.library;

import io.concertmaster.model.expression.Undefined;
import io.concertmaster.model.expression.runtime.Arguments;
import io.concertmaster.model.expression.runtime.Conversions;
import io.concertmaster.model.expression.runtime.Conversions.Hint;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.JsFunction;
import io.concertmaster.model.expression.runtime.Method;
import io.concertmaster.model.expression.runtime.ObjectKind;
import io.concertmaster.model.expression.runtime.ObjectValue;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JavaScript's {@code Map} and {@code Set} (ECMA-262 §24.1, §24.2). It can be changed; it lives
 * inside one evaluation only. Its iterators go through what it holds when they are asked for.
 */
public final class CollectionValue implements ObjectValue {
  private static final ObjectKind<CollectionValue> MAP = kind("Map", mapMethods());
  private static final ObjectKind<CollectionValue> SET = kind("Set", setMethods());

  /** An entry with its key as it was given. */
  private record Entry(@Nullable Object key, @Nullable Object value) {}

  private final boolean map;
  private final Map<Object, Entry> entries = new LinkedHashMap<>();

  private CollectionValue(boolean map) {
    this.map = map;
  }

  private static ObjectKind<CollectionValue> kind(
      String name, Map<String, Method<CollectionValue>> methods) {
    return new ObjectKind<>(
        name,
        CollectionValue.class,
        Map.of("size", c -> (long) c.entries.size()),
        methods,
        Map.of());
  }

  /** The two kinds. */
  static List<ObjectKind<?>> kinds() {
    return List.of(MAP, SET);
  }

  /** The constructors, those of the weak kinds too. */
  static Map<String, Object> constructors() {
    Map<String, Object> all = new HashMap<>();
    for (String name : List.of("Map", "WeakMap", "Set", "WeakSet")) {
      boolean map = name.endsWith("Map");
      all.put(
          name,
          new Namespace.Callable(
              name,
              Map.of(),
              null,
              (frame, a) -> make(frame, map, Arguments.at(a, 0)),
              value -> value instanceof CollectionValue c && c.map == map));
    }
    return all;
  }

  private static CollectionValue make(Frame frame, boolean map, @Nullable Object from) {
    CollectionValue made = new CollectionValue(map);
    if (Conversions.nullish(from)) {
      return made;
    }
    for (Object element : Iteration.elements(frame, from)) {
      if (!map) {
        made.put(frame, element, element);
      } else {
        Iteration.Pair pair = Iteration.pair(element);
        made.put(frame, pair.key(), pair.value());
      }
    }
    return made;
  }

  private record Same(Object object) {
    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean equals(@Nullable Object other) {
      return other instanceof Same(Object o) && o == object;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(object);
    }
  }

  /** A key that is equal where SameValueZero says so. */
  private static Object key(@Nullable Object value) {
    if (value instanceof Number number) {
      return number.doubleValue() + 0.0;
    }
    return value != null && Conversions.isObject(value)
        ? new Same(value)
        : value == null ? Json.NULL : value;
  }

  private enum Json {
    NULL
  }

  private void put(Frame frame, @Nullable Object given, @Nullable Object content) {
    frame.charge(4);
    boolean zero = given instanceof Double number && number == 0;
    Object key = zero ? (Object) 0L : given;
    Object value = zero && !map ? (Object) 0L : content;
    Object id = key(key);
    Entry before = entries.get(id);
    entries.put(id, new Entry(before == null ? key : before.key, value));
    if (entries.size() > Frame.LONGEST_ARRAY) {
      frame.chargeArray(entries.size());
    }
  }

  private static Map<String, Method<CollectionValue>> common() {
    Map<String, Method<CollectionValue>> t = new HashMap<>();
    t.put("has", (f, c, a) -> c.entries.containsKey(key(Arguments.at(a, 0))));
    t.put("delete", (f, c, a) -> c.entries.remove(key(Arguments.at(a, 0))) != null);
    t.put(
        "clear",
        (f, c, a) -> {
          c.entries.clear();
          return Undefined.VALUE;
        });
    t.put("forEach", CollectionValue::forEach);
    t.put("keys", (f, c, a) -> c.iterator(f, e -> e.key));
    t.put("values", (f, c, a) -> c.iterator(f, e -> e.value));
    t.put("entries", (f, c, a) -> c.iterator(f, CollectionValue::pair));
    t.put("toString", (f, c, a) -> c.primitive(Hint.STRING));
    return t;
  }

  private static Map<String, Method<CollectionValue>> mapMethods() {
    Map<String, Method<CollectionValue>> t = common();
    t.put(
        "get",
        (f, c, a) -> {
          Entry entry = c.entries.get(key(Arguments.at(a, 0)));
          return entry == null ? Undefined.VALUE : entry.value;
        });
    t.put(
        "set",
        (f, c, a) -> {
          c.put(f, Arguments.at(a, 0), Arguments.at(a, 1));
          return c;
        });
    return t;
  }

  private static Map<String, Method<CollectionValue>> setMethods() {
    Map<String, Method<CollectionValue>> t = common();
    t.put(
        "add",
        (f, c, a) -> {
          c.put(f, Arguments.at(a, 0), Arguments.at(a, 0));
          return c;
        });
    t.put("union", (f, c, a) -> c.combined(f, other(a), true, true));
    t.put("intersection", (f, c, a) -> c.combined(f, other(a), true, false));
    t.put("difference", (f, c, a) -> c.combined(f, other(a), false, false));
    t.put("isSubsetOf", (f, c, a) -> other(a).entries.keySet().containsAll(c.entries.keySet()));
    t.put("isSupersetOf", (f, c, a) -> c.entries.keySet().containsAll(other(a).entries.keySet()));
    t.put(
        "isDisjointFrom",
        (f, c, a) -> c.entries.keySet().stream().noneMatch(other(a).entries::containsKey));
    return t;
  }

  private static CollectionValue other(@Nullable Object[] a) {
    if (Arguments.at(a, 0) instanceof CollectionValue other) {
      return other;
    }
    throw Failure.type("a Set is needed here");
  }

  private CollectionValue combined(
      Frame frame, CollectionValue other, boolean inBoth, boolean all) {
    CollectionValue made = new CollectionValue(false);
    frame.charge(entries.size() + (long) other.entries.size());
    entries.forEach((id, entry) -> {
      if (all || other.entries.containsKey(id) == inBoth) {
        made.put(frame, entry.key, entry.key);
      }
    });
    if (all) {
      other.entries.values().forEach(entry -> made.put(frame, entry.key, entry.key));
    }
    return made;
  }

  private interface Part {
    @Nullable Object of(Entry entry);
  }

  private static Object pair(Entry entry) {
    return JsonArray.ofValues(new @Nullable Object[] {entry.key, entry.value});
  }

  private JsonArray listed(Frame frame, Part part) {
    List<@Nullable Object> values = new ArrayList<>();
    entries.values().forEach(entry -> values.add(part.of(entry)));
    return ArrayMethods.list(frame, values);
  }

  private IteratorValue iterator(Frame frame, Part part) {
    return new IteratorValue(map ? "Map Iterator" : "Set Iterator", listed(frame, part));
  }

  /** What iterating over it gives. */
  JsonArray elements(Frame frame) {
    return listed(frame, map ? CollectionValue::pair : Entry::value);
  }

  private static Object forEach(Frame frame, CollectionValue self, @Nullable Object[] a) {
    JsFunction function = Arguments.function(a, 0, "forEach");
    for (Entry entry : List.copyOf(self.entries.values())) {
      frame.charge(1);
      function.call(frame, new @Nullable Object[] {entry.value, entry.key, self});
    }
    return Undefined.VALUE;
  }

  @Override
  public ObjectKind<CollectionValue> kind() {
    return map ? MAP : SET;
  }

  @Override
  public Object primitive(Hint hint) {
    return map ? "[object Map]" : "[object Set]";
  }

  @Override
  public Object data() {
    return JsonObject.empty();
  }
}
