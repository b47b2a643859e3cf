package io.concertmaster.cli;

import io.concertmaster.server.ConcertMasterServer;
import io.concertmaster.server.ServerException;
import io.concertmaster.server.ServerOptions;
import io.concertmaster.server.http.Address;
import io.concertmaster.server.http.AddressLimits;
import io.concertmaster.server.project.Projects;
import io.concertmaster.server.reach.AddressBlock;
import io.concertmaster.server.reach.Grant;
import io.concertmaster.server.reach.Outside;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code concertmaster serve}: the engine without a window, until it is told to stop. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Serves workflows over HTTP: the engine without a window, with a REST API.",
    footer = {
      "",
      "It stops at Ctrl+C or SIGTERM; runs that have not ended go on when it starts again.",
      "Exit: 0 stopped, 2 it cannot start, and why."
    })
final class ServeCommand implements Callable<Integer> {
  private static final String LOOPBACK = "127.0.0.1";

  @Spec private CommandSpec spec;
  @Mixin private HomeOption home;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8420",
      description = "The port to listen on; 0 for any that is free. Default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      defaultValue = LOOPBACK,
      description =
          "The address to listen on. Others than this machine's own need an account first."
              + " Default: ${DEFAULT-VALUE}.")
  private String bind;

  @Option(
      names = "--tls-certificate",
      paramLabel = "FILE",
      description = "The certificate with its chain (PEM); with --tls-key it serves HTTPS.")
  private @Nullable Path certificate;

  @Option(
      names = "--tls-key",
      paramLabel = "FILE",
      description = "The key of the certificate (PEM, PKCS #8).")
  private @Nullable Path key;

  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      description =
          "32 bytes under which credentials are sealed, readable for their owner only; server.key"
              + " in the home by default.")
  private @Nullable Path keyFile;

  @Option(
      names = "--allow-net",
      paramLabel = "HOST",
      split = ",",
      defaultValue = "${env:CONCERTMASTER_ALLOW_NET}",
      description =
          "What workflows may call besides the public internet: a name (erp.internal,"
              + " *.corp.example), an address or a network (10.1.0.0/16), if need be with :PORT."
              + " May be given several times; CONCERTMASTER_ALLOW_NET holds such a list too.")
  private List<String> allowedHosts = List.of();

  @Option(
      names = "--allow-files",
      paramLabel = "FOLDER",
      description =
          "A folder whose files workflows may read and write besides their own. May be given"
              + " several times.")
  private List<Path> allowedFolders = List.of();

  @Option(
      names = "--limit-requests",
      paramLabel = "N",
      defaultValue = "50",
      description =
          "Requests a second that one address may make, over a while; 0 for no limit. This machine"
              + " has none. Default: ${DEFAULT-VALUE}.")
  private int requests;

  @Option(
      names = "--limit-failures",
      paramLabel = "N",
      defaultValue = "20",
      description =
          "Tries to sign in, and requests with a wrong token, password or signature, a minute that"
              + " one address may make; 0 for no limit. Default: ${DEFAULT-VALUE}.")
  private int failures;

  @Option(
      names = "--trust-proxy",
      paramLabel = "ADDRESS",
      split = ",",
      description =
          "A proxy in front (127.0.0.1, 10.1.0.0/16) whose X-Forwarded-For is believed, so that"
              + " limits are for its clients. May be given several times.")
  private List<String> proxies = List.of();

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  private ServeCommand() {}

  @Override
  public Integer call() throws InterruptedException {
    ServerOptions options =
        new ServerOptions(home.folder(), address(), Optional.ofNullable(keyFile))
            .reaching(outside())
            .limiting(addressLimits());
    ConcertMasterServer server;
    try {
      server = ConcertMasterServer.start(options);
    } catch (ServerException e) {
      throw new CommandException(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "stop"));
    PrintWriter out = spec.commandLine().getOut();
    String scheme = options.address().tls().isPresent() ? "https" : "http";
    String address = scheme + "://" + bind + ":" + server.port();
    out.println("ConcertMaster serves " + address + "/api/v1");
    out.println("The token of this machine's owner lies in " + server.tokenFile());
    out.println("People with an account find their tasks at " + address + "/inbox");
    tellUndecided(server, out);
    out.flush();
    new CountDownLatch(1).await(); // until a signal ends the process
    return ExitCode.OK;
  }

  /** Of runs that nothing takes up until somebody says what happened. */
  private static void tellUndecided(ConcertMasterServer server, PrintWriter out) {
    try {
      server
          .undecided()
          .forEach((project, runs) ->
              out.println(
                  (runs.size() == 1 ? "1 run needs" : runs.size() + " runs need")
                      + " a decision, a step was cut short: POST /api/v1/runs/"
                      + runs.getFirst()
                      + "/decision"
                      + (project.equals(Projects.DEFAULT) ? "" : " in the project " + project)
                      + " (docs/server.md)"));
    } catch (ServerException e) {
      out.println("Whether runs need a decision cannot be told: " + e.getMessage());
    }
  }

  /**
   * A server that was told to stop has done what it should: without this its exit code says 143.
   */
  private static void stop(ConcertMasterServer server) {
    server.close();
    Runtime.getRuntime().halt(ExitCode.OK);
  }

  private Outside outside() {
    for (Path folder : allowedFolders) {
      if (!Files.isDirectory(folder)) {
        throw new ParameterException(
            spec.commandLine(),
            "--allow-files: there is no folder "
                + folder.toAbsolutePath().normalize()
                + ": make it first, or name another one");
      }
    }
    try {
      List<Grant> grants =
          allowedHosts.stream().filter(each -> !each.isBlank()).map(Grant::of).toList();
      return new Outside(grants, allowedFolders);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--allow-net: " + e.getMessage(), e);
    }
  }

  private AddressLimits addressLimits() {
    for (int limit : new int[] {requests, failures}) {
      if (limit < 0 || limit > AddressLimits.MOST) {
        throw new ParameterException(
            spec.commandLine(),
            "--limit-requests and --limit-failures are numbers from 0 to " + AddressLimits.MOST);
      }
    }
    List<AddressBlock> trusted = new ArrayList<>();
    for (String each : proxies) {
      try {
        trusted.add(AddressBlock.of(each.strip()));
      } catch (IllegalArgumentException e) {
        throw new ParameterException(
            spec.commandLine(),
            "--trust-proxy: “"
                + each
                + "” is no address in figures: write 127.0.0.1, 10.1.0.0/16 or fd00:1::/32",
            e);
      }
    }
    return new AddressLimits(requests, failures, trusted);
  }

  private Address address() {
    if (port < 0 || port > 65_535) {
      throw new ParameterException(spec.commandLine(), "--port is a number from 0 to 65535");
    }
    if ((certificate == null) != (key == null)) {
      throw new ParameterException(
          spec.commandLine(), "--tls-certificate and --tls-key go together");
    }
    Optional<Address.Tls> tls =
        certificate == null || key == null
            ? Optional.empty()
            : Optional.of(new Address.Tls(certificate, key));
    return new Address(bind, port, tls);
  }
}
