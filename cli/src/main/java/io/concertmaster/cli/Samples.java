package io.concertmaster.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The sample workflows that lie beside the program. */
public final class Samples {
  /** Set by the launcher: the folder of the samples. */
  private static final String FOLDER = "concertmaster.examples";

  private Samples() {}

  /** The sample of airports; empty where the samples are not there. */
  public static Optional<Path> airports() {
    Path folder = Path.of(System.getProperty(FOLDER, "docs/examples"));
    Path file = folder.resolve("airports.workflow.json").toAbsolutePath();
    return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
  }
}
