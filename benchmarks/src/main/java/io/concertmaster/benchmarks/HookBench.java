package io.concertmaster.benchmarks;

import io.concertmaster.model.Workflow;
import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.model.io.WorkflowFiles;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.server.ConcertMasterServer;
import io.concertmaster.server.ServerOptions;
import io.concertmaster.server.http.Address;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * W3: webhook, edit fields, if, respond to webhook, each execution durable, on a server in this
 * process; the callers are in another. Prints rows {@code w3 CONNECTIONS metric value} for 1, 10
 * and 50 connections, after a warm-up.
 */
public final class HookBench {
  private final ConcertMasterServer server;
  private final String token;

  private HookBench(ConcertMasterServer server) throws IOException {
    this.server = server;
    this.token = Files.readString(server.tokenFile()).strip();
  }

  /**
   * Measures.
   *
   * @param args seconds for each number of connections
   */
  public static void main(String[] args) throws Exception {
    int seconds = args.length == 0 ? 10 : Integer.parseInt(args[0]);
    try (TemporaryFolder folder = TemporaryFolder.make();
        ConcertMasterServer server =
            ConcertMasterServer.start(
                new ServerOptions(
                    folder.path(),
                    new Address("127.0.0.1", 0, Optional.empty()),
                    Optional.empty()))) {
      HookBench bench = new HookBench(server);
      bench.deploy();
      bench.called(50, seconds); // warm-up
      for (int connections : new int[] {1, 10, 50}) {
        bench.measure(connections, seconds);
      }
    }
  }

  private void measure(int connections, int seconds) throws IOException, InterruptedException {
    double before = ownCpu();
    String[] figures = called(connections, seconds).strip().split(" ", -1);
    double cpu = ownCpu() - before;
    double calls = Double.parseDouble(figures[0]);
    Rows rows = new Rows("w3", connections);
    rows.row("exec_per_s", calls / Double.parseDouble(figures[1]));
    rows.row("cpu_ms_per_exec", calls == 0 ? 0 : cpu * 1_000 / calls);
    rows.row("p50_ms", Double.parseDouble(figures[2]));
    rows.row("p99_ms", Double.parseDouble(figures[3]));
    rows.row("errors", Double.parseDouble(figures[4]));
  }

  private static double ownCpu() {
    return ProcessHandle.current()
        .info()
        .totalCpuDuration()
        .map(d -> d.toNanos() / 1e9)
        .orElse(0.0);
  }

  private String called(int connections, int seconds) throws IOException, InterruptedException {
    Process caller =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx768m",
                "-cp",
                System.getProperty("java.class.path"),
                HookCaller.class.getName(),
                "127.0.0.1",
                String.valueOf(server.port()),
                "/hooks/w3",
                String.valueOf(connections),
                String.valueOf(seconds))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String said = new String(caller.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (caller.waitFor() != 0) {
      throw new IOException("the callers failed: " + said);
    }
    return said;
  }

  private void deploy() throws IOException, InterruptedException {
    Workflow workflow =
        WorkflowBuilder.workflow("W3")
            .id("w3")
            .node("hook", "trigger.webhook", "Webhook")
            .parameter("hook", "path", "w3")
            .parameter("hook", "methods", JsonArray.of("POST"))
            .parameter("hook", "respond", "responseNode")
            .node("set", "data.editFields", "Set")
            .parameter(
                "set",
                "fields",
                JsonArray.of(
                    JsonObject.of("name", "total", "type", "number")
                        .with("value", "={{ $json.body.amount * 1.2 }}")))
            .parameter("set", "keep", "none")
            .node("if", "flow.if", "If")
            .parameter(
                "if",
                "conditions",
                JsonArray.of(
                    JsonObject.of("left", "={{ $json.total }}", "is", "greaterThan")
                        .with("right", 50)))
            .node("yes", "http.respond", "Yes")
            .parameter("yes", "with", "json")
            .parameter("yes", "body", "={{ JSON.stringify($json) }}")
            .node("no", "http.respond", "No")
            .parameter("no", "with", "json")
            .parameter("no", "body", "={{ JSON.stringify($json) }}")
            .parameter("no", "status", 202)
            .connect("hook -> set")
            .connect("set -> if")
            .connect("if:true -> yes")
            .connect("if:false -> no")
            .build();
    send("PUT", "/api/v1/workflows/w3", WorkflowFiles.write(workflow));
    send("POST", "/api/v1/workflows/w3/live", "{}");
    send("POST", "/api/v1/workflows/w3/activate", "");
  }

  private void send(String method, String path, String body)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
              .header("Authorization", "Bearer " + token);
      if (body.isEmpty()) {
        request.method(method, BodyPublishers.noBody());
      } else {
        request
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body));
      }
      HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
      if (response.statusCode() >= 300) {
        throw new IOException(path + ": " + response.statusCode() + " " + response.body());
      }
    }
  }
}
