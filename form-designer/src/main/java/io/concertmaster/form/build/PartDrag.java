package io.concertmaster.form.build;

/**
 * Follows what is dragged over a form; points are those of the scene.
 *
 * @param <T> what is dragged
 */
interface PartDrag<T> {
  /** It is over a point now. */
  void moved(T what, double sceneX, double sceneY);

  /** It is let go of over a point. */
  void dropped(T what, double sceneX, double sceneY);

  /** Nobody wants it moved any more. */
  void cancelled();
}
