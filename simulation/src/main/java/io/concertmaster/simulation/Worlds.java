package io.concertmaster.simulation;

import io.concertmaster.simulation.story.Story;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.logging.LogManager;

/**
 * Runs the worlds of many seeds, one after the other: several at a time in one process would hold
 * one another up in the JDK, and no seed would say when.
 */
public final class Worlds {
  private final Path folder;

  /** Worlds that share a folder, in which nothing is but the files that the stories name. */
  public Worlds(Path folder) throws IOException {
    this.folder = folder;
    Path errors = folder.resolve(Story.ERRORS);
    if (!Files.exists(errors)) {
      Files.createFile(errors);
    }
    LogManager.getLogManager().reset(); // what the engine warns of is what it is about
  }

  /** The folder. */
  public Path folder() {
    return folder;
  }

  /**
   * Runs them.
   *
   * @param from the first seed
   * @param count how many
   * @param done told of each that is done
   * @return what was found, by seed
   */
  public Map<Long, String> run(long from, long count, LongConsumer done) {
    Map<Long, String> failures = new TreeMap<>();
    for (long seed = from; seed < from + count; seed++) {
      String found = Trial.of(seed, folder);
      if (!found.isEmpty()) {
        failures.put(seed, found);
      }
      done.accept(seed);
    }
    return failures;
  }
}
