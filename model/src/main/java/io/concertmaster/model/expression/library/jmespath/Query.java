package io.concertmaster.model.expression.library.jmespath;

import io.concertmaster.model.expression.runtime.Frame;
import org.jspecify.annotations.Nullable;

/** A compiled query, or a part of one. */
@FunctionalInterface
interface Query {
  /** What it finds in a value; null where it finds nothing. */
  @Nullable Object in(Frame frame, @Nullable Object value);

  /**
   * A part whose results go on one by one: what follows it is applied to each element.
   *
   * @param source gives the list
   * @param each what is applied to each element; null elements are left out
   */
  record Projection(Query source, Query each) implements Query {
    @Override
    public @Nullable Object in(Frame frame, @Nullable Object value) {
      return Projecting.each(frame, source.in(frame, value), each);
    }
  }

  /** {@code &expression}: a value that only functions take. */
  record Reference(Query query) implements Query {
    @Override
    public Object in(Frame frame, @Nullable Object value) {
      return this;
    }
  }
}
