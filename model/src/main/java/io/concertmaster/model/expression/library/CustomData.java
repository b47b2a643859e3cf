package io.concertmaster.model.expression.library;

import io.concertmaster.model.expression.ExpressionException.Kind;
import io.concertmaster.model.expression.Undefined;
import io.concertmaster.model.expression.runtime.Arguments;
import io.concertmaster.model.expression.runtime.Conversions.Hint;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.model.expression.runtime.ObjectKind;
import io.concertmaster.model.expression.runtime.ObjectValue;
import io.concertmaster.node.data.JsonObject;
import java.util.Map;

/**
 * {@code $execution.customData}: what nodes noted about the execution. Expressions read it.
 *
 * @param execution {@code $execution} with its field {@code customData}
 */
public record CustomData(JsonObject execution) implements ObjectValue {
  /** What it can do. */
  static final ObjectKind<CustomData> KIND =
      new ObjectKind<>(
          "customData",
          CustomData.class,
          Map.of(),
          Map.of(
              "get",
              (frame, self, a) -> {
                String name = Arguments.text(frame, a, 0);
                return self.all().containsKey(name) ? self.all().get(name) : Undefined.VALUE;
              },
              "getAll",
              (frame, self, a) -> self.all(),
              "set",
              (frame, self, a) -> {
                throw readOnly();
              },
              "setAll",
              (frame, self, a) -> {
                throw readOnly();
              }),
          Map.of());

  private static Failure readOnly() {
    return Failure.raised(
        Kind.UNSUPPORTED,
        "an expression cannot set $execution.customData: use the Execution Data or Code node");
  }

  private JsonObject all() {
    return execution.get("customData") instanceof JsonObject all ? all : JsonObject.empty();
  }

  @Override
  public ObjectKind<CustomData> kind() {
    return KIND;
  }

  @Override
  public Object primitive(Hint hint) {
    return "[object Object]";
  }

  @Override
  public Object data() {
    return all();
  }
}
