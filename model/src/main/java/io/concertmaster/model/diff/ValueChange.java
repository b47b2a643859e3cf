package io.concertmaster.model.diff;

import org.jspecify.annotations.Nullable;

/**
 * One value that differs.
 *
 * @param path where it stands, such as {@code parameters.conditions[0].left}
 * @param before what was there; null where nothing was, or JSON null
 * @param after what is there; null where nothing is, or JSON null
 */
public record ValueChange(String path, Kind kind, @Nullable Object before, @Nullable Object after) {
  /** What happened to it. */
  public enum Kind {
    ADDED,
    REMOVED,
    CHANGED
  }
}
