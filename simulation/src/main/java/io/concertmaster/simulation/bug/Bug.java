package io.concertmaster.simulation.bug;

import java.util.List;

/**
 * A bug: a change of the engine's sources.
 *
 * @param name in lower-case words with hyphens
 * @param edits all are made
 */
public record Bug(String name, List<Edit> edits) {
  /**
   * A change of one place.
   *
   * @param file below the engine's package
   * @param before the text as it stands, blanks and line ends apart; it stands there once
   * @param after what stands there instead
   */
  public record Edit(String file, String before, String after) {}

  static Bug of(String name, String file, String before, String after) {
    return new Bug(name, List.of(new Edit(file, before, after)));
  }

  Bug and(String file, String before, String after) {
    return new Bug(name, List.of(edits.getFirst(), new Edit(file, before, after)));
  }
}
