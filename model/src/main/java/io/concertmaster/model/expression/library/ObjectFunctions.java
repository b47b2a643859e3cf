package io.concertmaster.model.expression.library;

import io.concertmaster.model.expression.Undefined;
import io.concertmaster.model.expression.runtime.Arguments;
import io.concertmaster.model.expression.runtime.Conversions;
import io.concertmaster.model.expression.runtime.Equality;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.JsFunction;
import io.concertmaster.model.expression.runtime.ListLike;
import io.concertmaster.model.expression.runtime.ObjectValue;
import io.concertmaster.model.expression.runtime.Records;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code Object}'s members. */
final class ObjectFunctions {
  private ObjectFunctions() {}

  static Map<String, Object> members() {
    return Map.of(
        "keys",
        (JsFunction) (f, a) -> list(f, a, (name, value) -> name),
        "values",
        (JsFunction) (f, a) -> list(f, a, (name, value) -> value),
        "entries",
        (JsFunction)
            (f, a) -> list(f, a, (name, v) -> JsonArray.ofValues(new @Nullable Object[] {name, v})),
        "fromEntries",
        (JsFunction) ObjectFunctions::fromEntries,
        "assign",
        (JsFunction) ObjectFunctions::assign,
        "hasOwn",
        (JsFunction) (f, a) -> fields(f, Arguments.at(a, 0)).containsKey(Arguments.text(f, a, 1)),
        "is",
        (JsFunction) (f, a) -> Equality.sameValue(f, Arguments.at(a, 0), Arguments.at(a, 1)),
        "groupBy",
        (JsFunction) ObjectFunctions::groupBy,
        "freeze",
        (JsFunction) (f, a) -> Arguments.at(a, 0));
  }

  private interface Entry {
    @Nullable Object of(String name, @Nullable Object value);
  }

  private static Object list(Frame frame, @Nullable Object[] a, Entry entry) {
    List<@Nullable Object> list = new ArrayList<>();
    fields(frame, Arguments.at(a, 0)).forEach((name, value) -> list.add(entry.of(name, value)));
    return ArrayMethods.list(frame, list);
  }

  /** The own fields of a value; a list's and a text's are their indexes. */
  static Map<String, @Nullable Object> fields(Frame frame, @Nullable Object value) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    switch (value) {
      case JsonObject record -> {
        frame.charge(record.size());
        return record;
      }
      case JsonArray array -> {
        frame.chargeArray(array.size() * 2L);
        for (int i = 0; i < array.size(); i++) {
          fields.put(Integer.toString(i), array.get(i));
        }
      }
      case ListLike list -> {
        fields.putAll(fields(frame, list.elements()));
        for (String name : list.names()) {
          fields.put(name, ((ObjectValue) list).property(frame, name));
        }
      }
      case String text -> {
        frame.chargeArray(text.length() * 2L);
        for (int i = 0; i < text.length(); i++) {
          fields.put(Integer.toString(i), String.valueOf(text.charAt(i)));
        }
      }
      case Undefined u -> throw Failure.type("undefined has no fields");
      case null -> throw Failure.type("null has no fields");
      default -> {
        // numbers, booleans and functions have no fields of their own
      }
    }
    return fields;
  }

  private static Object fromEntries(Frame frame, @Nullable Object[] a) {
    JsonArray entries = Iteration.elements(frame, Arguments.at(a, 0));
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (Object entry : entries) {
      frame.charge(1);
      Iteration.Pair pair = Iteration.pair(entry);
      fields.put(Conversions.key(frame, pair.key()), pair.value());
    }
    return Records.of(frame, fields);
  }

  private static Object groupBy(Frame frame, @Nullable Object[] a) {
    JsFunction function = Arguments.function(a, 1, "Object.groupBy");
    Map<String, List<@Nullable Object>> groups = new LinkedHashMap<>();
    JsonArray elements = Iteration.elements(frame, Arguments.at(a, 0));
    for (int i = 0; i < elements.size(); i++) {
      frame.charge(1);
      String key = Conversions.key(frame, function.callBoth(frame, elements.get(i), (long) i));
      List<@Nullable Object> group = groups.get(key);
      if (group == null) {
        group = new ArrayList<>();
        groups.put(key, group);
      }
      group.add(elements.get(i));
    }
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    groups.forEach((key, group) -> fields.put(key, ArrayMethods.list(frame, group.toArray())));
    return Records.of(frame, fields);
  }

  private static Object assign(Frame frame, @Nullable Object[] a) {
    if (!(Arguments.at(a, 0) instanceof JsonObject target)) {
      throw Failure.type("Object.assign needs an object");
    }
    Map<String, @Nullable Object> fields = new LinkedHashMap<>(target);
    for (int i = 1; i < a.length; i++) {
      if (!Conversions.nullish(a[i])) {
        fields.putAll(fields(frame, a[i]));
      }
    }
    return Records.of(frame, fields);
  }
}
