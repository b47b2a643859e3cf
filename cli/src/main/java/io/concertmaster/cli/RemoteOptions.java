package io.concertmaster.cli;

import io.concertmaster.deploy.DeployException;
import io.concertmaster.deploy.Remote;
import io.concertmaster.deploy.Trust;
import io.concertmaster.deploy.n8n.N8nServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which server, and the token for it. */
final class RemoteOptions {
  private static final String TOKEN = "CONCERTMASTER_TOKEN";

  /** As the server writes it into its home. */
  private static final String LOCAL_TOKEN = "server.token";

  @Option(
      names = "--to",
      required = true,
      paramLabel = "URL",
      description = "The server, such as https://flows.example.org.")
  private String server = "";

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description =
          "A file with the token; otherwise $CONCERTMASTER_TOKEN, and for a server on this machine"
              + " the token in its home.")
  private @Nullable Path tokenFile;

  @Option(
      names = "--trust",
      paramLabel = "FILE",
      description =
          "Certificates (PEM) that are trusted, for a server whose own nobody else vouches for.")
  private @Nullable Path trust;

  @Option(
      names = "--project",
      paramLabel = "PROJECT",
      defaultValue = "default",
      description = "The project on the server. Default: ${DEFAULT-VALUE}.")
  private String project = "default";

  /**
   * The server.
   *
   * @param home where the token of a server on this machine lies
   * @throws DeployException when the certificates to be trusted cannot be read
   */
  Remote open(Path home) throws DeployException {
    try {
      URI address = new URI(server);
      Optional<SSLContext> trusted =
          trust == null ? Optional.empty() : Optional.of(Trust.of(Designers.existing(trust)));
      return new Remote(address, token(address, home), project, trusted);
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw new CommandException(
          ExitCode.USAGE,
          "--to: " + e.getMessage() + "; give an address such as http://127.0.0.1:8420",
          e);
    }
  }

  /** The server as one of n8n's; options that only servers of ours know are told. */
  N8nServer openN8n(PrintWriter err) throws DeployException {
    return N8nServers.open("--to", server, tokenFile, trust, err);
  }

  private Optional<String> token(URI address, Path home) {
    if (tokenFile != null) {
      return Optional.of(read(Designers.existing(tokenFile)));
    }
    String environment = System.getenv(TOKEN);
    if (environment != null && !environment.isBlank()) {
      return Optional.of(environment.strip());
    }
    Path local = home.resolve(LOCAL_TOKEN);
    return Remote.isLocal(address) && Files.isReadable(local)
        ? Optional.of(read(local))
        : Optional.empty();
  }

  private static String read(Path file) {
    try {
      String token = Files.readString(file).strip();
      if (!token.matches("[\\x21-\\x7e]{8,500}")) {
        throw new CommandException(ExitCode.USAGE, file + " holds no token: one line, cm_…");
      }
      return token;
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.USAGE, file + " cannot be read: " + e.getMessage() + "; check your rights", e);
    }
  }
}
