package io.concertmaster.model.expression.compile;

import io.concertmaster.model.expression.runtime.Frame;
import org.jspecify.annotations.Nullable;

/** A compiled part of an expression: a closure over its parts. */
@FunctionalInterface
interface Code {
  /** Its value in a frame. */
  @Nullable Object run(Frame frame);

  /** A value known when compiling. */
  record Constant(@Nullable Object value) implements Code {
    @Override
    public @Nullable Object run(Frame frame) {
      return value;
    }
  }

  /** What a chain gives where {@code ?.} met nothing: skips the links up to the chain's end. */
  enum Broken {
    /** The one value. */
    CHAIN
  }
}
