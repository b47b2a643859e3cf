package io.concertmaster.model.expression.library;

import io.concertmaster.model.expression.ExpressionException.Kind;
import io.concertmaster.model.expression.Undefined;
import io.concertmaster.model.expression.runtime.Arguments;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.Method;
import io.concertmaster.model.expression.runtime.Records;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** n8n's methods of records. */
final class ObjectExtensions {
  private static final Map<String, Method<JsonObject>> TABLE = fill();

  private ObjectExtensions() {}

  static Map<String, Method<JsonObject>> table() {
    return TABLE;
  }

  private static Map<String, Method<JsonObject>> fill() {
    Map<String, Method<JsonObject>> t = new HashMap<>();
    t.put("isEmpty", (f, s, a) -> s.isEmpty());
    t.put("isNotEmpty", (f, s, a) -> !s.isEmpty());
    t.put("hasField", (f, s, a) -> s.containsKey(Arguments.text(f, a, 0)));
    t.put("keys", (f, s, a) -> ArrayMethods.list(f, s.keySet().toArray()));
    t.put("values", (f, s, a) -> ArrayMethods.list(f, s.values().toArray()));
    t.put("removeField", ObjectExtensions::removeField);
    t.put("removeFieldsContaining", (f, s, a) -> containing(f, s, a, false));
    t.put("keepFieldsContaining", (f, s, a) -> containing(f, s, a, true));
    t.put("compact", (f, s, a) -> compact(f, s));
    t.put("urlEncode", (f, s, a) -> FormText.of(f, s));
    t.put("toJsonString", (f, s, a) -> new JsonText(f, "").write(s));
    for (String none : List.of("toInt", "toFloat", "toNumber", "toBoolean", "toDateTime")) {
      t.put(none, (f, s, a) -> Undefined.VALUE);
    }
    return Map.copyOf(t);
  }

  /** What a method gives of an object of the library, which has no fields of its own. */
  static @Nullable Object ofNoFields(Frame frame, String name, @Nullable Object[] arguments) {
    Method<JsonObject> method = TABLE.get(name);
    return method == null ? Undefined.VALUE : method.call(frame, JsonObject.empty(), arguments);
  }

  private static Object removeField(Frame frame, JsonObject self, @Nullable Object[] a) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>(self);
    fields.remove(Arguments.text(frame, a, 0));
    return Records.of(frame, fields);
  }

  /** The record with only those text fields that hold a text, or with all others. */
  private static Object containing(
      Frame frame, JsonObject self, @Nullable Object[] a, boolean keep) {
    String name = keep ? "keepFieldsContaining()" : "removeFieldsContaining()";
    if (!(Arguments.at(a, 0) instanceof String sought) || sought.isEmpty()) {
      throw Failure.raised(Kind.TYPE, name + " needs a text that is not empty");
    }
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (Map.Entry<String, @Nullable Object> field : self.entrySet()) {
      boolean holds =
          field.getValue() instanceof String text && Search.first(frame, text, sought, 0) >= 0;
      if (keep ? holds : !holds) {
        fields.put(field.getKey(), field.getValue());
      }
    }
    return Records.of(frame, fields);
  }

  /** The record without fields that are null, undefined, {@code ''}, {@code 'nil'} or empty. */
  static JsonObject compact(Frame frame, JsonObject self) {
    @Nullable Object[] before = frame.enter(frame.locals(), 8, 1 + self.size());
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    self.forEach((name, value) -> {
      boolean blank =
          value == null
              || value == Undefined.VALUE
              || value.equals("")
              || value.equals("nil")
              || (value instanceof JsonArray list && list.isEmpty());
      if (!blank) {
        fields.put(name, value instanceof JsonObject inner ? compact(frame, inner) : value);
      }
    });
    frame.leave(before, 8);
    return Records.of(frame, fields);
  }
}
