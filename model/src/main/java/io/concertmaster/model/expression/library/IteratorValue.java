package io.concertmaster.model.expression.library;

import io.concertmaster.model.expression.Undefined;
import io.concertmaster.model.expression.runtime.Conversions.Hint;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.Method;
import io.concertmaster.model.expression.runtime.ObjectKind;
import io.concertmaster.model.expression.runtime.ObjectValue;
import io.concertmaster.model.expression.runtime.Records;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An iterator over a list, a map or a set (ECMA-262 §27.1): it goes through its elements once, and
 * can be spread or made into a list. It knows the elements from the start, since what it goes
 * through seldom changes meanwhile.
 */
final class IteratorValue implements ObjectValue {
  private static final ObjectKind<IteratorValue> KIND =
      new ObjectKind<>("Iterator", IteratorValue.class, Map.of(), methods(), Map.of());

  private final String of;
  private final JsonArray elements;
  private int next;

  /**
   * An iterator.
   *
   * @param of its name: {@code Array Iterator}
   */
  IteratorValue(String of, JsonArray elements) {
    this.of = of;
    this.elements = elements;
  }

  static ObjectKind<?> what() {
    return KIND;
  }

  private static Map<String, Method<IteratorValue>> methods() {
    Map<String, Method<IteratorValue>> t = new HashMap<>();
    t.put("next", (f, self, a) -> self.step(f));
    t.put("toArray", (f, self, a) -> self.rest(f));
    t.put("toString", (f, self, a) -> self.primitive(Hint.STRING));
    for (String name : List.of("map", "filter", "flatMap")) {
      t.put(name, (f, self, a) -> new IteratorValue("Iterator Helper", list(f, self, name, a)));
    }
    for (String name : List.of("forEach", "reduce", "some", "every", "find")) {
      t.put(name, (f, self, a) -> whole(f, self, name, a));
    }
    return t;
  }

  private static JsonArray list(
      Frame frame, IteratorValue self, String name, @Nullable Object[] arguments) {
    return whole(frame, self, name, arguments) instanceof JsonArray made ? made : JsonArray.of();
  }

  /** What an array's method of the same name makes of what is left. */
  private static @Nullable Object whole(
      Frame frame, IteratorValue self, String name, @Nullable Object[] arguments) {
    Method<JsonArray> method = Objects.requireNonNull(ArrayCallbacks.table().get(name));
    return method.call(frame, self.rest(frame), arguments);
  }

  private JsonObject step(Frame frame) {
    frame.charge(1);
    boolean done = next >= elements.size();
    Object value = done ? Undefined.VALUE : elements.get(next++);
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("value", value);
    fields.put("done", done);
    return Records.of(frame, fields);
  }

  /** What it has not gone through yet; afterwards nothing is left. */
  JsonArray rest(Frame frame) {
    List<@Nullable Object> left = elements.subList(next, elements.size());
    next = elements.size();
    return ArrayMethods.list(frame, left.toArray());
  }

  @Override
  public ObjectKind<IteratorValue> kind() {
    return KIND;
  }

  @Override
  public Object primitive(Hint hint) {
    return "[object " + of + "]";
  }

  @Override
  public Object data() {
    return JsonObject.empty();
  }
}
