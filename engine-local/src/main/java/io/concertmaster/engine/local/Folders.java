package io.concertmaster.engine.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** The files of folders, and how they become durable. */
final class Folders {
  private Folders() {}

  /** The files of a folder, by name. */
  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** Makes the files of a folder durable, and their names where the system can. */
  static void sync(Path folder) throws IOException {
    for (Path each : files(folder)) {
      try (FileChannel file = FileChannel.open(each, StandardOpenOption.WRITE)) {
        file.force(true);
      }
    }
    syncNames(folder);
  }

  /** Makes the names of a folder's files durable, where the system can. */
  static void syncNames(Path folder) {
    try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
      names.force(true);
    } catch (IOException notPossible) {
      // Windows opens no folder; it makes names durable by itself.
    }
  }
}
