package io.concertmaster.model.edit;

/**
 * A change to a definition, as a value.
 *
 * @param <S> the definition
 */
public interface Change<S> {
  /**
   * The definition after the change. A change that changes nothing gives an equal one.
   *
   * @throws IllegalArgumentException when the change does not fit what is there
   */
  S apply(S before);

  /** What people read behind “Undo”, such as {@code Move 3 nodes}. */
  String label();
}
