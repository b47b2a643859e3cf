package io.concertmaster.simulation;

import io.concertmaster.model.io.FolderTree;
import io.concertmaster.simulation.disk.Memory;
import io.concertmaster.simulation.disk.SqliteFiles;
import io.concertmaster.simulation.disk.Storage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs the world of a seed and says what became of it in plain text. */
public final class Trial {
  /** One of so many worlds stands on real files. */
  private static final long ON_FILES = 1_000;

  private Trial() {}

  /**
   * The world of a seed.
   *
   * @param folder with the files of the workflows that are found by file
   * @return what was found; an empty text where nothing was
   */
  public static String of(long seed, Path folder) {
    return of(seed, folder, false);
  }

  /**
   * The world of a seed.
   *
   * @param account whether a failure is told with all that happened
   */
  public static String of(long seed, Path folder, boolean account) {
    try (Storage storage = storage(seed, folder)) {
      return of(new Simulation(seed, folder, storage), account);
    } finally {
      if (isOnFiles(seed)) {
        delete(files(seed, folder));
      }
    }
  }

  @SuppressWarnings("CatchingUnchecked") // whatever goes wrong in a world is what it is run for
  private static String of(Simulation world, boolean account) {
    try {
      world.run();
      return "";
    } catch (Throwable e) {
      return account ? e + "\n" + places(e) + world.account() : String.valueOf(e);
    }
  }

  private static String places(Throwable e) {
    StringBuilder text = new StringBuilder();
    for (StackTraceElement each :
        List.of(e.getStackTrace()).subList(0, Math.min(12, e.getStackTrace().length))) {
      text.append("    at ").append(each).append('\n');
    }
    return text.toString();
  }

  private static boolean isOnFiles(long seed) {
    return seed % ON_FILES == 0;
  }

  private static Path files(long seed, Path folder) {
    return folder.resolve("files-" + seed);
  }

  private static Storage storage(long seed, Path folder) {
    if (!isOnFiles(seed)) {
      return new Memory();
    }
    try {
      return new SqliteFiles(Files.createDirectories(files(seed, folder)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try {
      FolderTree.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
