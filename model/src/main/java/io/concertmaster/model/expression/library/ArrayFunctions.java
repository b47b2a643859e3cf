package io.concertmaster.model.expression.library;

import io.concertmaster.model.expression.Undefined;
import io.concertmaster.model.expression.runtime.Arguments;
import io.concertmaster.model.expression.runtime.Conversions;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.JsFunction;
import io.concertmaster.model.expression.runtime.ListLike;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code Array}'s members. */
final class ArrayFunctions {
  private ArrayFunctions() {}

  static Map<String, Object> members() {
    return Map.of(
        "isArray", (JsFunction) (frame, a) -> isArray(Arguments.at(a, 0)),
        "of", (JsFunction) (frame, a) -> ArrayMethods.list(frame, a.clone()),
        "from", (JsFunction) ArrayFunctions::from);
  }

  private static boolean isArray(@Nullable Object value) {
    return value instanceof JsonArray || value instanceof ListLike;
  }

  private static Object from(Frame frame, @Nullable Object[] a) {
    JsonArray source =
        switch (Arguments.at(a, 0)) {
          case JsonArray array -> array;
          case String text -> Iteration.elements(frame, text);
          case ListLike list -> list.elements();
          case CollectionValue collection -> collection.elements(frame);
          case IteratorValue iterator -> iterator.rest(frame);
          case TypedArray typed -> typed.elements(frame);
          case JsonObject record -> arrayLike(frame, record);
          case Undefined u -> throw Failure.type("Array.from needs a list");
          case null -> throw Failure.type("Array.from needs a list");
          default -> JsonArray.of();
        };
    if (!Arguments.has(a, 1)) {
      return ArrayMethods.list(frame, source.toArray());
    }
    JsFunction function = Arguments.function(a, 1, "Array.from");
    @Nullable Object[] mapped = new @Nullable Object[source.size()];
    frame.chargeArray(mapped.length);
    for (int i = 0; i < mapped.length; i++) {
      mapped[i] = function.callBoth(frame, source.get(i), (long) i);
    }
    return ArrayMethods.list(frame, mapped);
  }

  /** A record with a length and fields named 0, 1, 2… */
  private static JsonArray arrayLike(Frame frame, JsonObject record) {
    Object given = record.containsKey("length") ? record.get("length") : Undefined.VALUE;
    double length = Conversions.number(frame, given);
    long size = length > 0 ? (long) Math.floor(length) : 0;
    frame.chargeArray(size);
    @Nullable Object[] values = new @Nullable Object[(int) size];
    Arrays.setAll(
        values,
        i -> {
          int slot = record.shape().slot(Integer.toString(i));
          return slot < 0 ? Undefined.VALUE : record.slot(slot);
        });
    return JsonArray.ofValues(values);
  }
}
