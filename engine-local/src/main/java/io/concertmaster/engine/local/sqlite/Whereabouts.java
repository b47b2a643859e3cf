package io.concertmaster.engine.local.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether an open file still is the one that its name means.
 *
 * <p>Design note. A file that was deleted or moved away while it is open can be written as before,
 * on most systems: all would be acknowledged, and nothing would be left. So the writer looks before
 * each transaction.
 */
final class Whereabouts {
  private final Path path;
  private final Optional<Object> key;

  /** Of a file that has just been opened. */
  Whereabouts(Path path) {
    this.path = path;
    this.key = Optional.ofNullable(key(path));
  }

  /** What names a file whatever its path; null where there is none, or the system tells none. */
  private static @Nullable Object key(Path path) {
    try {
      return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    } catch (IOException gone) {
      return null;
    }
  }

  /**
   * Looks.
   *
   * @throws StoreException when the file has gone, or another one has its name
   */
  void check() {
    if (key.isPresent() && !key.get().equals(key(path))) {
      throw new StoreException(
          StoreException.Kind.FAILED,
          path
              + " has gone: its folder was moved or deleted, or its disk taken away; put it back,"
              + " then resume the run",
          null);
    }
  }
}
