package io.concertmaster.model.expression.runtime;

import org.jspecify.annotations.Nullable;

/** A value beyond data that knows its own primitive form. */
public interface Primitive {
  /** What arithmetic or text makes of it. */
  @Nullable Object primitive(Conversions.Hint hint);

  /** What a node gets when the expression gives this value. */
  @Nullable Object data();
}
