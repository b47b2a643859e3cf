package io.concertmaster.node;

import java.nio.file.Path;
import java.time.Instant;

/**
 * What became of a file in a folder for which a trigger waits.
 *
 * @param file the whole path
 * @param size in bytes; of one that was deleted, as it was last seen
 * @param modified when it was last changed; of one that was deleted, as it was last seen
 */
public record FileChange(Kind kind, Path file, long size, Instant modified) {
  /** What can become of a file. A file that is renamed is deleted and created. */
  public enum Kind {
    CREATED,
    CHANGED,
    DELETED
  }
}
