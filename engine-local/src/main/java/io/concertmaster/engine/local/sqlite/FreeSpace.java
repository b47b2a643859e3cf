package io.concertmaster.engine.local.sqlite;

import java.io.File;
import java.nio.file.Path;
import java.util.OptionalLong;

/** How much room a disk has left. */
public final class FreeSpace {
  private FreeSpace() {}

  /**
   * Bytes that may still be written to the disk of a folder; empty where the system does not tell,
   * which says nothing about the disk.
   *
   * <p>Design note. {@code java.nio.file.FileStore} is not asked: to find one, Java reads the list
   * of what is mounted, and fails where there is none, as in a chroot without {@code /proc}.
   */
  public static OptionalLong of(Path folder) {
    File file = folder.toFile();
    return file.getTotalSpace() == 0
        ? OptionalLong.empty()
        : OptionalLong.of(file.getUsableSpace());
  }
}
