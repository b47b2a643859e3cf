package io.concertmaster.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.model.io.WorkflowFiles;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server is killed while 500 webhook runs and 20 tasks are open: afterwards all end, no call
 * began two runs, each run wrote its row once, and the links of the tasks still work.
 */
class HostedKillTest {
  private static final int CALLS = 500;
  private static final int TASKS = 20;

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
    String port =
        Objects.requireNonNull(process.inputReader().readLine(), "the server did not start");
    return new Server(process, Integer.parseInt(port));
  }

  private HttpRequest.Builder request(Server server, String path) throws IOException {
    String token = Files.readString(home.resolve("server.token")).strip();
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json");
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, BodyHandlers.ofString());
  }

  private JsonObject json(Server server, String path) throws IOException, InterruptedException {
    return Json.parseObject(send(request(server, path).GET().build()).body());
  }

  /** Each run waits for a moment, so that the kill finds it open, and then writes a line. */
  private static WorkflowBuilder calls() {
    return WorkflowBuilder.workflow("Calls")
        .id("calls")
        .node("hook", "trigger.webhook", "Call")
        .parameter("hook", "path", "calls")
        .parameter("hook", "methods", JsonArray.of("POST"))
        .node("wait", "flow.wait", "Wait")
        .parameter("wait", "amount", 1)
        .node("write", "data.editFields", "Done")
        .parameter(
            "write",
            "fields",
            JsonArray.of(JsonObject.of("name", "n", "value", "={{ $json.body.n }}")))
        .connect("hook -> wait")
        .connect("wait -> write");
  }

  private static WorkflowBuilder tasks() {
    return WorkflowBuilder.workflow("Tasks")
        .id("tasks")
        .node("hook", "trigger.webhook", "Call")
        .parameter("hook", "path", "tasks")
        .parameter("hook", "methods", JsonArray.of("POST"))
        .node("task", "flow.task", "Approve")
        .parameter("task", "title", "={{ 'Task ' + $json.body.n }}")
        .connect("hook -> task");
  }

  private void active(Server server, WorkflowBuilder workflow) throws Exception {
    String text = WorkflowFiles.write(workflow.build());
    String path = "/api/v1/workflows/" + Json.parseObject(text).get("id");
    send(request(server, path).PUT(BodyPublishers.ofString(text)).build());
    send(request(server, path + "/live").POST(BodyPublishers.ofString("{}")).build());
    assertThat(
            send(HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.port() + path + "/activate"))
                    .header(
                        "Authorization",
                        "Bearer " + Files.readString(home.resolve("server.token")).strip())
                    .POST(BodyPublishers.noBody())
                    .build())
                .statusCode())
        .isEqualTo(200);
  }

  private int call(Server server, String hook, int number)
      throws IOException, InterruptedException {
    return send(request(server, "/hooks/" + hook)
            .header("Idempotency-Key", hook + number)
            .POST(BodyPublishers.ofString("{\"n\": " + number + "}"))
            .build())
        .statusCode();
  }

  @Test
  void afterAKillAllEndsNothingTwiceAndLinksStillWork() throws Exception {
    Server first = start();
    active(first, calls());
    active(first, tasks());
    for (int i = 0; i < TASKS; i++) {
      assertThat(call(first, "tasks", i)).isEqualTo(200);
    }
    List<String> links = links(first);
    Set<Integer> acknowledged = ConcurrentHashMap.newKeySet();
    try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
      for (int i = 0; i < CALLS; i++) {
        int number = i;
        threads.execute(() -> {
          try {
            if (call(first, "calls", number) == 200) {
              acknowledged.add(number);
            }
          } catch (IOException | InterruptedException e) {
            return; // the server was killed meanwhile: nobody said that the run began
          }
        });
      }
      while (acknowledged.size() < CALLS / 2) {
        Thread.sleep(5);
      }
      first.process().destroyForcibly().waitFor();
    }

    Server second = start();
    try {
      for (int i = 0; i < CALLS; i++) {
        assertThat(call(second, "calls", i)).as("call %d", i).isEqualTo(200);
      }
      for (String link : links) {
        HttpResponse<String> page =
            send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + second.port() + link))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("%2Fdecision=approved&do=submit&page=0"))
                    .build());
        assertThat(page.statusCode()).as("%s: %s", link, page.body()).isEqualTo(303);
      }
      assertThat(endings(second))
          .isEqualTo(Map.of("calls succeeded", (long) CALLS, "tasks succeeded", (long) TASKS));
      assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(CALLS / 2);
    } finally {
      second.process().destroyForcibly().waitFor();
    }
  }

  /** The links of the open tasks. */
  private List<String> links(Server server) throws Exception {
    Set<String> links = new TreeSet<>();
    for (int i = 0; i < 200 && links.size() < TASKS; i++) {
      links.clear();
      for (Object each : (Iterable<?>) runs(server)) {
        JsonObject run = json(server, "/api/v1/runs/" + ((JsonObject) each).get("run"));
        if (run.get("answerToken") instanceof String token) {
          links.add("/ask/" + run.get("run") + "." + token);
        }
      }
    }
    assertThat(links).hasSize(TASKS);
    return List.copyOf(links);
  }

  private Object runs(Server server) throws Exception {
    return Objects.requireNonNull(json(server, "/api/v1/runs?limit=1000").get("runs"));
  }

  /** How many runs of which workflow stand how, when none has anything left to do. */
  private Map<String, Long> endings(Server server) throws Exception {
    Map<String, Long> endings = Map.of();
    for (int i = 0; i < 600; i++) {
      endings = new HashMap<>();
      for (Object each : (Iterable<?>) runs(server)) {
        JsonObject run = (JsonObject) each;
        endings.merge(run.get("workflow") + " " + run.get("status"), 1L, Long::sum);
      }
      if (endings.keySet().stream().noneMatch(each -> each.matches(".* (running|waiting)"))) {
        return endings;
      }
      Thread.sleep(100);
    }
    return endings;
  }
}
