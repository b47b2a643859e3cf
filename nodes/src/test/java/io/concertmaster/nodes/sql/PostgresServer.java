package io.concertmaster.nodes.sql;

import io.concertmaster.node.testkit.NodeRun;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PostgreSQL server of this machine's binaries, on a free port of the loopback, in a folder of
 * its own. The server refuses to run as root, so root hands it to the account “postgres”.
 */
final class PostgresServer {
  static final String PASSWORD = "pg-secret";

  private final Path folder;
  private final Path programs;
  private final int port;
  private final boolean root;

  private PostgresServer(Path programs) throws IOException, InterruptedException {
    this.programs = programs;
    this.root = System.getProperty("user.name").equals("root");
    this.folder = Files.createTempDirectory("concertmaster-postgres");
    this.port = freePort();
    Path password = Files.writeString(folder.resolve("password"), PASSWORD);
    if (root) {
      execute(List.of("chown", "-R", "postgres", folder.toString()), false);
    }
    execute(
        List.of(
            program("initdb"),
            "-D",
            data(),
            "-U",
            "ann",
            "-A",
            "scram-sha-256",
            "-E",
            "UTF8",
            "--no-sync",
            "--pwfile",
            password.toString()),
        true);
    execute(
        List.of(
            program("pg_ctl"),
            "-D",
            data(),
            "-w",
            "-l",
            folder.resolve("log").toString(),
            "-o",
            "-p " + port + " -h 127.0.0.1 -k " + folder + " -c fsync=off",
            "start"),
        true);
  }

  /** A running server, where the machine has the binaries. */
  static Optional<PostgresServer> start() throws IOException, InterruptedException {
    Path versions = Path.of("/usr/lib/postgresql");
    if (!Files.isDirectory(versions)) {
      return Optional.empty();
    }
    try (Stream<Path> found = Files.list(versions)) {
      Optional<Path> programs =
          found
              .map(version -> version.resolve("bin"))
              .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
              .max(Comparator.naturalOrder());
      return programs.isEmpty()
          ? Optional.empty()
          : Optional.of(new PostgresServer(programs.get()));
    }
  }

  /** Where it listens on this machine. */
  int port() {
    return port;
  }

  /** The run with this server's connection settings. */
  NodeRun connect(NodeRun run) {
    return run.with("database", "postgresql")
        .with("host", "127.0.0.1")
        .with("port", port)
        .with("databaseName", "postgres")
        .with("user", "ann")
        .with("password", PASSWORD);
  }

  private String program(String name) {
    return programs.resolve(name).toString();
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  private void execute(List<String> command, boolean asServer)
      throws IOException, InterruptedException {
    List<String> whole = new ArrayList<>();
    if (asServer && root) {
      whole.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
    }
    whole.addAll(command);
    Path output = Files.createTempFile("concertmaster-postgres", ".out");
    try {
      Process process =
          new ProcessBuilder(whole)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IOException(whole + " failed: " + Files.readString(output));
      }
    } finally {
      Files.delete(output);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      return socket.getLocalPort();
    }
  }

  /** Stops the server and deletes what it had. */
  void stop() throws IOException, InterruptedException {
    execute(List.of(program("pg_ctl"), "-D", data(), "-m", "immediate", "-w", "stop"), true);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
