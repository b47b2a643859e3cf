package io.concertmaster.model.expression.library;

import io.concertmaster.model.expression.Undefined;
import io.concertmaster.model.expression.runtime.Arguments;
import io.concertmaster.model.expression.runtime.Conversions;
import io.concertmaster.model.expression.runtime.Conversions.Hint;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.ObjectKind;
import io.concertmaster.model.expression.runtime.ObjectValue;
import io.concertmaster.node.data.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An Error object. It has a name and a message and nothing else: no stack.
 *
 * @param cause what it was made with as its cause, or undefined
 */
public record ErrorValue(String name, String message, @Nullable Object cause)
    implements ObjectValue {
  /** What an error can do. */
  static final ObjectKind<ErrorValue> KIND =
      new ObjectKind<>(
          "Error",
          ErrorValue.class,
          Map.of(
              "name", ErrorValue::name, "message", ErrorValue::message, "cause", ErrorValue::cause),
          Map.of("toString", (frame, self, a) -> self.primitive(Hint.STRING)),
          Map.of());

  private static final List<String> NAMES =
      List.of(
          "Error",
          "TypeError",
          "RangeError",
          "SyntaxError",
          "ReferenceError",
          "EvalError",
          "URIError");

  /** The constructors by name. */
  static Map<String, Object> constructors() {
    Map<String, Object> all = new HashMap<>();
    for (String name : NAMES) {
      all.put(
          name,
          new Namespace.Callable(
              name,
              Map.of(),
              (frame, a) -> make(frame, name, a),
              (frame, a) -> make(frame, name, a),
              value ->
                  value instanceof ErrorValue error
                      && (name.equals("Error") || error.name.equals(name))));
    }
    return all;
  }

  private static ErrorValue make(Frame frame, String name, @Nullable Object[] a) {
    Object options = Arguments.at(a, 1);
    Object cause =
        options instanceof JsonObject record && record.containsKey("cause")
            ? record.get("cause")
            : Undefined.VALUE;
    return new ErrorValue(name, Arguments.has(a, 0) ? Conversions.text(frame, a[0]) : "", cause);
  }

  @Override
  public ObjectKind<ErrorValue> kind() {
    return KIND;
  }

  @Override
  public Object primitive(Hint hint) {
    return message.isEmpty() ? name : name + ": " + message;
  }

  @Override
  public Object data() {
    return JsonObject.empty();
  }

  @Override
  @SuppressWarnings("ReferenceEquality")
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
