package io.concertmaster.model.expression;

import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parameter of a line of {@link EvalLine}: strings that are expressions are evaluated, at any
 * depth. {@code $parameter["&key"]} reads a field of the object in which the expression stands.
 */
final class LineParameter {
  private final ExpressionEvaluator evaluator;
  private @Nullable String kind;

  LineParameter(ExpressionEvaluator evaluator) {
    this.evaluator = evaluator;
  }

  /** The kind of the newest value that is more than data; null where it was data. */
  @Nullable String kind() {
    return kind;
  }

  @Nullable Object resolve(@Nullable Object parameter, LineScope scope) throws ExpressionException {
    if (parameter instanceof String text && Expression.isExpression(text)) {
      Markers.Marked marked = evaluator.compile(text).marked(scope);
      kind = marked.kind();
      return marked.value();
    }
    if (parameter instanceof JsonObject object) {
      return object(object, scope);
    }
    if (parameter instanceof JsonArray array) {
      @Nullable Object[] values = new @Nullable Object[array.size()];
      for (int i = 0; i < values.length; i++) {
        Object value = resolve(array.get(i), scope);
        values[i] = value == Undefined.VALUE ? null : value;
      }
      return JsonArray.ofValues(values);
    }
    return parameter;
  }

  private JsonObject object(JsonObject object, LineScope scope) throws ExpressionException {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    Map<String, @Nullable Object> known = new LinkedHashMap<>(scope.nodeParameters());
    for (Map.Entry<String, @Nullable Object> field : object.entrySet()) {
      Object value = resolve(field.getValue(), scope.withParameters(JsonObject.copyOf(known)));
      if (value != Undefined.VALUE) {
        fields.put(field.getKey(), value);
        known.put("&" + field.getKey(), value);
      }
    }
    return JsonObject.copyOf(fields);
  }
}
