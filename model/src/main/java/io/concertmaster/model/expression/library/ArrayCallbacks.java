package io.concertmaster.model.expression.library;

import io.concertmaster.model.expression.Undefined;
import io.concertmaster.model.expression.runtime.Arguments;
import io.concertmaster.model.expression.runtime.Conversions;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.JsFunction;
import io.concertmaster.model.expression.runtime.ListLike;
import io.concertmaster.model.expression.runtime.Method;
import io.concertmaster.node.data.JsonArray;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JavaScript's methods of lists that call a function for each element (ECMA-262 §23.1.3). */
final class ArrayCallbacks {
  private ArrayCallbacks() {}

  static Map<String, Method<JsonArray>> table() {
    Map<String, Method<JsonArray>> t = new HashMap<>();
    t.put("map", ArrayCallbacks::map);
    t.put("filter", ArrayCallbacks::filter);
    t.put("flatMap", ArrayCallbacks::flatMap);
    t.put("forEach", ArrayCallbacks::forEach);
    t.put("some", (f, s, a) -> index(f, s, a, "some", true, true) >= 0);
    t.put("every", (f, s, a) -> index(f, s, a, "every", true, false) < 0);
    t.put("find", (f, s, a) -> element(s, index(f, s, a, "find", true, true)));
    t.put("findLast", (f, s, a) -> element(s, index(f, s, a, "findLast", false, true)));
    t.put("findIndex", (f, s, a) -> (long) index(f, s, a, "findIndex", true, true));
    t.put("findLastIndex", (f, s, a) -> (long) index(f, s, a, "findLastIndex", false, true));
    t.put("reduce", (f, s, a) -> reduce(f, s, a, true));
    t.put("reduceRight", (f, s, a) -> reduce(f, s, a, false));
    return t;
  }

  private static Object map(Frame frame, JsonArray self, @Nullable Object[] a) {
    JsFunction function = Arguments.function(a, 0, "map");
    @Nullable Object[] mapped = new @Nullable Object[self.size()];
    frame.chargeArray(mapped.length);
    for (int i = 0; i < mapped.length; i++) {
      mapped[i] = function.callEach(frame, self.get(i), i, self);
    }
    return mapped.length == 0 ? JsonArray.of() : JsonArray.ofValues(mapped);
  }

  private static Object filter(Frame frame, JsonArray self, @Nullable Object[] a) {
    JsFunction function = Arguments.function(a, 0, "filter");
    List<@Nullable Object> kept = new ArrayList<>();
    for (int i = 0; i < self.size(); i++) {
      frame.charge(1);
      if (Conversions.truth(function.callEach(frame, self.get(i), i, self))) {
        kept.add(self.get(i));
      }
    }
    return ArrayMethods.list(frame, kept);
  }

  private static Object flatMap(Frame frame, JsonArray self, @Nullable Object[] a) {
    JsFunction function = Arguments.function(a, 0, "flatMap");
    List<@Nullable Object> all = new ArrayList<>();
    for (int i = 0; i < self.size(); i++) {
      frame.charge(1);
      Object result = function.callEach(frame, self.get(i), i, self);
      if (result instanceof ListLike list) {
        result = list.elements();
      }
      if (result instanceof JsonArray inner) {
        frame.chargeArray(all.size() + (long) inner.size());
        all.addAll(inner);
      } else {
        all.add(result);
      }
    }
    return ArrayMethods.list(frame, all);
  }

  private static Object forEach(Frame frame, JsonArray self, @Nullable Object[] a) {
    JsFunction function = Arguments.function(a, 0, "forEach");
    for (int i = 0; i < self.size(); i++) {
      frame.charge(1);
      function.callEach(frame, self.get(i), i, self);
    }
    return Undefined.VALUE;
  }

  /** The first element, from the start or the end, that a function says yes or no to; or -1. */
  private static int index(
      Frame frame,
      JsonArray self,
      @Nullable Object[] a,
      String method,
      boolean forward,
      boolean wanted) {
    JsFunction function = Arguments.function(a, 0, method);
    for (int i = 0; i < self.size(); i++) {
      frame.charge(1);
      int at = forward ? i : self.size() - 1 - i;
      if (Conversions.truth(function.callEach(frame, self.get(at), at, self)) == wanted) {
        return at;
      }
    }
    return -1;
  }

  private static @Nullable Object element(JsonArray self, int index) {
    return index < 0 ? Undefined.VALUE : self.get(index);
  }

  private static @Nullable Object reduce(
      Frame frame, JsonArray self, @Nullable Object[] a, boolean forward) {
    JsFunction function = Arguments.function(a, 0, "reduce");
    int done = 0;
    Object result;
    if (a.length > 1) {
      result = a[1];
    } else if (self.isEmpty()) {
      throw Failure.type("reduce() of an empty list needs a first value");
    } else {
      result = self.get(forward ? 0 : self.size() - 1);
      done = 1;
    }
    for (int i = done; i < self.size(); i++) {
      frame.charge(1);
      int at = forward ? i : self.size() - 1 - i;
      result = function.call(frame, new @Nullable Object[] {result, self.get(at), (long) at, self});
    }
    return result;
  }
}
