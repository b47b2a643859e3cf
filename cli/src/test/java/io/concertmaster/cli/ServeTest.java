package io.concertmaster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.engine.Engine;
import io.concertmaster.engine.RunRequest;
import io.concertmaster.engine.local.LocalEngine;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.nodes.BuiltInNodes;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code concertmaster serve} in a process of its own. */
final class ServeTest {
  @TempDir Path folder;

  @Test
  void a_port_that_another_program_has_is_told_in_one_line_with_what_to_do() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Called called =
          Called.with("serve", "--port", other.getLocalPort(), "--home", folder.resolve("home"));

      assertThat(called.exit()).isEqualTo(ExitCode.USAGE);
      assertThat(called.out()).isEmpty();
      assertThat(called.err().strip())
          .contains("port " + other.getLocalPort() + " of 127.0.0.1", "another program", "--port")
          .doesNotContain("\n", "Exception");
    }
  }

  @Test
  void what_is_no_limit_and_no_proxy_is_refused() {
    assertThat(Called.with("serve", "--limit-requests", "-1").err()).contains("from 0 to 1000000");
    assertThat(Called.with("serve", "--trust-proxy", "proxy.example").err())
        .contains("“proxy.example” is no address in figures", "10.1.0.0/16");
  }

  @Test
  void a_folder_for_files_must_be_there() {
    Path missing = folder.resolve("files");
    Called called =
        Called.with("serve", "--home", folder.resolve("home"), "--allow-files", missing);
    assertThat(called.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(called.err()).contains("--allow-files: there is no folder " + missing);
    assertThat(folder.resolve("home")).doesNotExist();
  }

  @Test
  void it_says_where_it_listens_and_stops_when_it_is_told_to() throws Exception {
    Path home = folder.resolve("home");
    Process process = serving(home);
    try (BufferedReader lines = process.inputReader();
        HttpClient client = HttpClient.newHttpClient()) {
      String first = String.valueOf(lines.readLine());
      assertThat(first).startsWith("ConcertMaster serves http://127.0.0.1:");
      assertThat(lines.readLine()).contains(home.resolve("server.token").toString());
      String address = first.replaceFirst(".*(http://[0-9.:]+).*", "$1");
      HttpRequest health = HttpRequest.newBuilder(URI.create(address + "/health")).build();
      assertThat(client.send(health, BodyHandlers.ofString()).body()).contains("ready");
      assertThat(Files.getPosixFilePermissions(home))
          .isEqualTo(PosixFilePermissions.fromString("rwx------"));
      process.destroy(); // SIGTERM
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isZero();
      assertThat(home.resolve("pid")).doesNotExist();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void it_says_which_runs_need_a_decision() throws Exception {
    Path home = folder.resolve("home");
    cutShort(home);
    Process process = serving(home);
    try (BufferedReader lines = process.inputReader()) {
      String line = String.valueOf(lines.readLine());
      while (!line.contains("a decision") && !line.equals("null")) {
        line = String.valueOf(lines.readLine());
      }
      assertThat(line)
          .startsWith("1 run needs a decision")
          .contains("POST /api/v1/runs/1/decision");
    } finally {
      process.destroyForcibly();
    }
  }

  /** Leaves a run whose POST was sent, and of which nobody knows whether it happened. */
  private static void cutShort(Path home) throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Workflow workflow =
          WorkflowBuilder.workflow("Orders")
              .id("orders")
              .node("start", "trigger.manual")
              .node("post", "http.request")
              .parameter("post", "method", "POST")
              .parameter("post", "url", "http://127.0.0.1:" + silent.getLocalPort() + "/")
              .connect("start -> post")
              .build();
      Engine engine =
          LocalEngine.open(
              home, BuiltInNodes.catalog(), LocalEngine.Options.DEFAULT.withReserve(0));
      engine.start(RunRequest.of(workflow, home));
      try (Socket asked = silent.accept()) {
        assertThat(asked.getInputStream().read()).isEqualTo('P');
        engine.close();
      }
    }
  }

  private static Process serving(Path home) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            ConcertMaster.class.getName(),
            "serve",
            "--port",
            "0",
            "--home",
            home.toString())
        .redirectErrorStream(true)
        .start();
  }
}
