package io.concertmaster.designer.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/**
 * How a file looked when it was read or written, to tell whether somebody else changed it since.
 *
 * @param modified when it was written last
 * @param size in bytes
 */
record FileStamp(FileTime modified, long size) {
  /** How a file looks now; empty where it is gone. */
  static Optional<FileStamp> of(Path file) {
    try {
      return Optional.of(new FileStamp(Files.getLastModifiedTime(file), Files.size(file)));
    } catch (IOException e) {
      // Gone or out of reach: saving will make it anew or say why it cannot.
      return Optional.empty();
    }
  }
}
