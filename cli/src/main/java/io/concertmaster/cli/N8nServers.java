package io.concertmaster.cli;

import io.concertmaster.deploy.DeployException;
import io.concertmaster.deploy.Trust;
import io.concertmaster.deploy.n8n.N8nServer;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** n8n servers as options name them. */
final class N8nServers {
  private N8nServers() {}

  /**
   * A server.
   *
   * @param option the option that names it
   * @param keyFile a file with the API key; else the environment has it. The token in a home is for
   *     servers of ours and goes nowhere else
   * @param trust which certificates are trusted
   * @param err where it is told when the key can be read on its way
   */
  static N8nServer open(
      String option, String address, @Nullable Path keyFile, TrustOption trust, PrintWriter err)
      throws DeployException {
    try {
      Optional<SSLContext> trusted = trust.asked().orElse(new Trust.OfSystem()).context();
      N8nServer server = new N8nServer(new URI(address), key(keyFile), trusted);
      warn(server, address, err);
      return server;
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw new CommandException(
          ExitCode.USAGE,
          option + ": " + e.getMessage() + "; give an address such as http://127.0.0.1:5678",
          e);
    }
  }

  /** Tells when the key can be read on its way. */
  static void warn(N8nServer server, String address, PrintWriter err) {
    if (server.isInTheClear()) {
      err.println("warning: the API key goes to " + address + " unencrypted: use https");
      err.flush();
    }
  }

  private static Optional<String> key(@Nullable Path file) {
    return file == null
        ? TokenText.ofEnvironment()
        : Optional.of(
            TokenText.read(Designers.existing(file), 4_000, "API key: one line of n8n's"));
  }
}
