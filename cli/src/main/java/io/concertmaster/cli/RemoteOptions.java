package io.concertmaster.cli;

import io.concertmaster.deploy.DeployException;
import io.concertmaster.deploy.Remote;
import io.concertmaster.deploy.ServerLink;
import io.concertmaster.deploy.Trust;
import io.concertmaster.deploy.environment.Environment;
import io.concertmaster.deploy.environment.Environments;
import io.concertmaster.deploy.n8n.N8nServer;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which server, and the token for it. */
final class RemoteOptions {
  /** As the server writes it into its home. */
  private static final String LOCAL_TOKEN = "server.token";

  @Option(
      names = "--to",
      required = true,
      paramLabel = "SERVER",
      description =
          "The name of an environment of the window, or an address such as"
              + " https://flows.example.org.")
  private String server = "";

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description =
          "A file with the token, or n8n's API key; otherwise $CONCERTMASTER_TOKEN, that of the environment, and for a"
              + " server on this machine the token in its home.")
  private @Nullable Path tokenFile;

  @Mixin private TrustOption trust = new TrustOption();

  @Option(
      names = "--project",
      paramLabel = "PROJECT",
      description = "The project on the server: that of the environment, or “default”, by default.")
  private @Nullable String project;

  /**
   * The server.
   *
   * @param home where the token of a server on this machine lies
   * @throws DeployException when the certificates to be trusted cannot be read
   */
  Remote open(Path home) throws DeployException {
    Optional<Environment> named = named(home);
    if (named.isPresent() && named.get().kind() != Environment.Kind.CONCERTMASTER) {
      return named.get().connect(); // says what it is
    }
    try {
      URI address = named.isPresent() ? named.get().address() : new URI(server);
      Trust trusted =
          trust.asked().or(() -> named.map(Environment::trust)).orElse(new Trust.OfSystem());
      String there = named.map(Environment::project).orElse("default");
      return new Remote(
          address,
          token(address, named, home),
          project == null ? there : project,
          trusted.context());
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw new CommandException(
          ExitCode.USAGE,
          "--to: " + e.getMessage() + "; give an address such as http://127.0.0.1:8420",
          e);
    }
  }

  /**
   * The server as one of n8n's: by its address, or by the name of an environment that is one; never
   * with the tokens that are kept for servers of ours.
   */
  N8nServer openN8n(Path home, PrintWriter err) throws DeployException {
    Optional<Environment> named = named(home);
    if (named.isEmpty()) {
      return N8nServers.open("--to", server, tokenFile, trust, err);
    }
    N8nServer kept = named.get().connectN8n();
    if (tokenFile != null || trust.asked().isPresent()) {
      kept.close();
      return N8nServers.open("--to", named.get().address().toString(), tokenFile, trust, err);
    }
    N8nServers.warn(kept, kept.address().toString(), err);
    return kept;
  }

  /** The environment that is meant; empty for an address. */
  private Optional<Environment> named(Path home) throws DeployException {
    if (server.contains("://")) {
      return Optional.empty();
    }
    Environments environments = new Environments(home);
    Optional<Environment> named = environments.find(server);
    if (named.isEmpty()) {
      List<String> names = environments.all().stream().map(Environment::name).toList();
      throw new CommandException(
          ExitCode.USAGE,
          "--to: there is no environment “"
              + server
              + "” in "
              + environments.file()
              + (names.isEmpty() ? "" : ": there are " + String.join(", ", names))
              + "; add it in the window, or give an address such as http://127.0.0.1:8420");
    }
    return named;
  }

  private Optional<String> token(URI address, Optional<Environment> named, Path home) {
    if (tokenFile != null) {
      return Optional.of(read(Designers.existing(tokenFile)));
    }
    Optional<String> kept = TokenText.ofEnvironment().or(() -> named.flatMap(Environment::token));
    if (kept.isPresent()) {
      return kept;
    }
    Path local = home.resolve(LOCAL_TOKEN);
    return ServerLink.isLocal(address) && Files.isReadable(local)
        ? Optional.of(read(local))
        : Optional.empty();
  }

  private static String read(Path file) {
    return TokenText.read(file, 500, "token: one line, cm_…");
  }
}
