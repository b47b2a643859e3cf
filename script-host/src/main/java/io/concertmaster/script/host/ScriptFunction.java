package io.concertmaster.script.host;

import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.JsFunction;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * A function that a script made, as the library calls it.
 *
 * @param value the function
 */
record ScriptFunction(Translation translation, Value value) implements JsFunction {
  @Override
  public @Nullable Object call(Frame frame, @Nullable Object[] arguments) {
    Object[] values = new Object[arguments.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = translation.toScript(frame, arguments[i]);
    }
    return translation.toLibrary(frame, value.execute(values));
  }
}
