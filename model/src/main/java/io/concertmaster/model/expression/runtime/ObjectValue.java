package io.concertmaster.model.expression.runtime;

import org.jspecify.annotations.Nullable;

/**
 * An object of the library that is no data: a date, a regular expression, a map. What it can do is
 * written down in its {@link ObjectKind}; nothing else of it can be reached.
 */
public interface ObjectValue extends Primitive {
  /** What it is. */
  ObjectKind<?> kind();

  /** The value of a property; undefined where it has none of that name. */
  default @Nullable Object property(Frame frame, String name) {
    return kind().property(frame, this, name);
  }
}
