package io.concertmaster.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The samples that lie beside the program. */
public final class Samples {
  /** Set by the launcher: the folder of the samples. */
  private static final String FOLDER = "concertmaster.examples";

  private Samples() {}

  /** The sample of airports; empty where the samples are not there. */
  public static Optional<Path> airports() {
    return sample("airports.workflow.json");
  }

  /** The sample of a form; empty where the samples are not there. */
  public static Optional<Path> order() {
    return sample("order.form.json");
  }

  private static Optional<Path> sample(String name) {
    Path folder = Path.of(System.getProperty(FOLDER, "docs/examples"));
    Path file = folder.resolve(name).toAbsolutePath();
    return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
  }
}
