package io.concertmaster.simulation.bug;

import java.util.List;

/**
 * A bug: a change of the engine's sources.
 *
 * @param name in lower-case words with hyphens
 * @param seed the seed from which on a test tries: near one that once found it
 * @param edits all are made
 */
public record Bug(String name, long seed, List<Edit> edits) {
  /**
   * A change of one place.
   *
   * @param file below the engine's package
   * @param before the text as it stands, blanks and line ends apart; it stands there once
   * @param after what stands there instead
   */
  public record Edit(String file, String before, String after) {}

  static Bug of(String name, String file, String before, String after) {
    return new Bug(name, 1, List.of(new Edit(file, before, after)));
  }

  /** From there on a test tries. */
  Bug from(long otherSeed) {
    return new Bug(name, otherSeed, edits);
  }

  Bug and(String file, String before, String after) {
    return new Bug(name, seed, List.of(edits.getFirst(), new Edit(file, before, after)));
  }

  @Override
  public String toString() {
    return name;
  }
}
