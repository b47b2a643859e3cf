package io.concertmaster.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.model.io.WorkflowFiles;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is killed while many runs are open: afterwards all end, and each key has one. */
class KillTest {
  private static final int RUNS = 200;

  @TempDir Path home;
  private final HttpClient client = HttpClient.newHttpClient();

  private record Server(Process process, int port) {}

  private Server start() throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                ServerProcess.class.getName(),
                home.toString())
            .redirectError(home.resolve("errors.txt").toFile())
            .start();
    BufferedReader lines = process.inputReader();
    String port = Objects.requireNonNull(lines.readLine(), "the server did not start");
    return new Server(process, Integer.parseInt(port));
  }

  private HttpRequest.Builder request(Server server, String path) throws IOException {
    String token = Files.readString(home.resolve("server.token")).strip();
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json");
  }

  private JsonObject send(HttpRequest request) throws IOException, InterruptedException {
    String body = client.send(request, BodyHandlers.ofString()).body();
    return body.isEmpty() ? JsonObject.empty() : Json.parseObject(body);
  }

  private JsonObject start(Server server, String key) throws IOException, InterruptedException {
    return send(
        request(server, "/api/v1/runs")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString("{\"workflow\": \"waits\", \"input\": [{\"n\": 1}]}"))
            .build());
  }

  @Test
  void afterAKillAllRunsEndAndNoneIsThereTwice() throws Exception {
    Server first = start();
    String file = WorkflowFiles.write(ServerFixture.waiting("waits", 1).build());
    send(request(first, "/api/v1/workflows/waits").PUT(BodyPublishers.ofString(file)).build());
    send(
        request(first, "/api/v1/workflows/waits/live").POST(BodyPublishers.ofString("{}")).build());
    Map<String, Object> acknowledged = new ConcurrentHashMap<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < RUNS; i++) {
        String key = "key-" + i;
        threads.execute(() -> {
          try {
            Object run = start(first, key).get("run");
            if (run != null) {
              acknowledged.put(key, run);
            }
          } catch (IOException | InterruptedException e) {
            return; // the server was killed meanwhile: nobody said that the run began
          }
        });
      }
      while (acknowledged.size() < RUNS / 2) {
        Thread.sleep(5);
      }
      first.process().destroyForcibly();
      assertThat(first.process().waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
    Server second = start();
    try {
      Map<String, Object> runs = new HashMap<>();
      for (int i = 0; i < RUNS; i++) {
        runs.put("key-" + i, start(second, "key-" + i).get("run"));
      }
      assertThat(runs).containsAllEntriesOf(acknowledged);
      assertThat(runs.values()).doesNotHaveDuplicates().hasSize(RUNS);
      assertThat(endings(second)).containsOnly(Map.entry("succeeded", (long) RUNS));
    } finally {
      second.process().destroyForcibly().waitFor();
    }
  }

  /** How many runs stand how, when none has anything left to do. */
  private Map<String, Long> endings(Server server) throws Exception {
    Map<String, Long> endings = Map.of();
    for (int i = 0; i < 600; i++) {
      JsonObject all = send(request(server, "/api/v1/runs?limit=1000").GET().build());
      endings = new HashMap<>();
      for (Object each : (Iterable<?>) Objects.requireNonNull(all.get("runs"))) {
        endings.merge(String.valueOf(((JsonObject) each).get("status")), 1L, Long::sum);
      }
      if (!endings.containsKey("running") && !endings.containsKey("waiting")) {
        return endings;
      }
      Thread.sleep(100);
    }
    return endings;
  }
}
