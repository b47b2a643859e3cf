package io.concertmaster.simulation;

import java.nio.file.Path;

/** Runs one world and says what became of it in plain text. */
public final class Trial {
  private Trial() {}

  /**
   * The world of a seed.
   *
   * @return what was found; an empty text where nothing was
   */
  public static String of(long seed, Path folder) {
    try {
      new Simulation(seed, folder).run();
      return "";
    } catch (Throwable e) {
      return String.valueOf(e);
    }
  }
}
