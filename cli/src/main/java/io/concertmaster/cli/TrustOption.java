package io.concertmaster.cli;

import io.concertmaster.deploy.Trust;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which certificates are trusted, where those of the public authorities are not meant. */
final class TrustOption {
  @Option(
      names = "--trust",
      paramLabel = "FILE",
      description =
          "Certificates (PEM) that are trusted, for a server whose own nobody else vouches for.")
  private @Nullable Path file;

  /** What was asked for; empty where nothing was. */
  Optional<Trust> asked() {
    return Optional.ofNullable(file).map(each -> new Trust.OfFile(Designers.existing(each)));
  }

  boolean isNamed() {
    return file != null;
  }
}
