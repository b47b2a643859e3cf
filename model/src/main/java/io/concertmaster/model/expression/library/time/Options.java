package io.concertmaster.model.expression.library.time;

import io.concertmaster.model.expression.Undefined;
import io.concertmaster.model.expression.runtime.Arguments;
import io.concertmaster.model.expression.runtime.Conversions;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.node.data.JsonObject;
import org.jspecify.annotations.Nullable;

/** A call's last argument where it is a record of options. */
public record Options(Frame frame, JsonObject fields) {
  /** The options at a position; none where there is something else. */
  public static Options at(Frame frame, @Nullable Object[] arguments, int position) {
    return new Options(
        frame,
        Arguments.at(arguments, position) instanceof JsonObject given ? given : JsonObject.empty());
  }

  /** An option's value, or undefined. */
  public @Nullable Object get(String name) {
    int slot = fields.shape().slot(name);
    return slot < 0 ? Undefined.VALUE : fields.slot(slot);
  }

  /** Whether an option is given. */
  public boolean has(String name) {
    return !Conversions.nullish(get(name));
  }

  /** An option as text, or null where it is not given. */
  public @Nullable String text(String name) {
    return has(name) ? Conversions.text(frame, get(name)) : null;
  }

  /** An option as text. */
  public String text(String name, String otherwise) {
    String given = text(name);
    return given == null ? otherwise : given;
  }

  /** An option as yes or no. */
  public boolean flag(String name, boolean otherwise) {
    return get(name) == Undefined.VALUE ? otherwise : Conversions.truth(get(name));
  }

  /** An option as a number. */
  public double number(String name, double otherwise) {
    return has(name) ? Conversions.number(frame, get(name)) : otherwise;
  }
}
