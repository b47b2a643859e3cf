package io.concertmaster.designer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The sample workflows that lie beside the program. */
final class Samples {
  private Samples() {}

  /** The sample of airports; empty where the samples are not there. */
  static Optional<Path> airports() {
    String folder = System.getProperty("concertmaster.examples", "docs/examples");
    Path file = Path.of(folder).resolve("airports.workflow.json").toAbsolutePath();
    return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
  }
}
