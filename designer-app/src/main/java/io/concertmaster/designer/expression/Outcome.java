package io.concertmaster.designer.expression;

import org.jspecify.annotations.Nullable;

/** What came of an expression that was checked and evaluated for a preview. */
public sealed interface Outcome {
  /**
   * It gave a value.
   *
   * @param value data; null is JSON null
   */
  record Value(@Nullable Object value) implements Outcome {}

  /** It gave JavaScript's undefined: the field is not there. */
  record NotThere() implements Outcome {}

  /**
   * It is wrong, or failed with the chosen item.
   *
   * @param start the first character concerned, in the whole parameter with its leading {@code =}
   * @param end the character after the last; equal to start where the place is not known
   * @param syntax whether it can never work, whatever the item
   */
  record Wrong(String message, int start, int end, boolean syntax) implements Outcome {}

  /** It is well formed, but there is no item to try it with. */
  record NoItem() implements Outcome {}
}
