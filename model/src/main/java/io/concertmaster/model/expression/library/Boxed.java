package io.concertmaster.model.expression.library;

import io.concertmaster.model.expression.runtime.Conversions.Hint;
import io.concertmaster.model.expression.runtime.Primitive;

/**
 * A text, number or boolean made with {@code new}: an object with the members of its value.
 *
 * @param value a String, Number or Boolean
 */
public record Boxed(Object value) implements Primitive {
  @Override
  public Object primitive(Hint hint) {
    return value;
  }

  @Override
  public Object data() {
    return value;
  }
}
