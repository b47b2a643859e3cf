package io.concertmaster.engine.local.trigger;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What tells one drive from another, so that a folder whose drive is not mounted is not taken for
 * one that was emptied.
 */
final class FolderDrive {
  /** Tells the file system of a path. */
  @FunctionalInterface
  interface Stores {
    /**
     * That of a path that is there.
     *
     * @throws IOException also where the system lists no mounts, as in a root folder of its own
     *     without {@code /proc}
     */
    FileStore of(Path path) throws IOException;
  }

  private FolderDrive() {}

  /**
   * The drive on which a folder lies: its name, as {@code /dev/sda1}, or else its number, as {@code
   * device 2049}.
   *
   * @return empty where the system tells neither; then no two are told apart
   */
  static String of(Path folder, Stores stores) {
    try {
      return stores.of(folder).name();
    } catch (IOException | UnsupportedOperationException | SecurityException noMounts) {
      return number(folder);
    }
  }

  private static String number(Path folder) {
    try {
      return "device " + Files.getAttribute(folder, "unix:dev");
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException none) {
      return "";
    }
  }
}
