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
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server is killed while 500 webhook runs and 20 tasks are open, and once more while the runs
 * write: afterwards all have ended, no call began two runs, each run wrote its row once, into a
 * database of which the server knows nothing, and the links of the tasks still work.
 *
 * <p>The runs wait until a moment that is so far away that all are open before it comes; a slow
 * machine may be given more: {@code -Dconcertmaster.hold=SECONDS}.
 */
class HostedKillTest {
  private static final int CALLS = 500;
  private static final int TASKS = 20;
  private static final int HOLD = Integer.getInteger("concertmaster.hold", 15);

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

  /** Each run waits until the moment that its call says, and then writes a row. */
  private static WorkflowBuilder calls() {
    return writing(
        hook("calls")
            .node("wait", "flow.wait", "Wait")
            .parameter("wait", "mode", "until")
            .parameter("wait", "until", "={{ $json.body.until }}")
            .connect("hook -> wait", "wait -> write"),
        "calls");
  }

  /** Each run waits for a person, and then writes a row. */
  private static WorkflowBuilder tasks() {
    return writing(
        hook("tasks")
            .node("task", "flow.task", "Approve")
            .parameter("task", "title", "={{ 'Task ' + $json.body.n }}")
            .connect("hook -> task", "task:approved -> write"),
        "tasks");
  }

  private static WorkflowBuilder hook(String name) {
    return WorkflowBuilder.workflow(name)
        .id(name)
        .node("hook", "trigger.webhook", "Call")
        .parameter("hook", "path", name)
        .parameter("hook", "methods", JsonArray.of("POST"))
        .node("write", "sql.insert", "Write");
  }

  private static WorkflowBuilder writing(WorkflowBuilder workflow, String what) {
    return workflow
        .parameter("write", "database", "sqlite")
        .parameter("write", "file", "out/rows.db")
        .parameter("write", "table", "written")
        .parameter("write", "columns", "mapped")
        .parameter(
            "write",
            "mapping",
            JsonArray.of(
                JsonObject.of("column", "what", "value", what),
                JsonObject.of("column", "n", "value", "={{ $json.body.n }}")))
        .parameter("write", "once", true);
  }

  /** The database in which the runs write; made before, so that nothing else stands in it. */
  private String database() {
    return "jdbc:sqlite:" + home.resolve("workflows").resolve("out").resolve("rows.db");
  }

  private void makeTable() throws Exception {
    Files.createDirectories(home.resolve("workflows").resolve("out"));
    try (Connection connection = DriverManager.getConnection(database());
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode=WAL");
      statement.execute("CREATE TABLE written (what TEXT, n INTEGER)");
    }
  }

  /** What was written, by kind and number; the same may stand there twice. */
  private List<String> rows() throws Exception {
    List<String> rows = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(database());
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("SELECT what || n FROM written")) {
      while (found.next()) {
        rows.add(found.getString(1));
      }
    }
    return rows;
  }

  private void active(Server server, WorkflowBuilder workflow) throws Exception {
    JsonObject settings =
        JsonObject.of("concurrency", JsonObject.of("atOnce", CALLS)); // 100 otherwise
    JsonObject file =
        Json.parseObject(WorkflowFiles.write(workflow.build())).with("settings", settings);
    String path = "/api/v1/workflows/" + file.get("id");
    assertThat(
            send(request(server, path).PUT(BodyPublishers.ofString(Json.write(file))).build())
                .statusCode())
        .isEqualTo(200);
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

  private int call(Server server, String hook, int number, Instant until)
      throws IOException, InterruptedException {
    String body = Json.write(JsonObject.of("n", (long) number, "until", until.toString()));
    return send(request(server, "/hooks/" + hook)
            .header("Idempotency-Key", hook + number)
            .POST(BodyPublishers.ofString(body))
            .build())
        .statusCode();
  }

  @Test
  void afterKillsAllEndsNothingTwiceAndLinksStillWork() throws Exception {
    makeTable();
    Server first = start();
    active(first, calls());
    active(first, tasks());
    Instant until = Instant.now().plusSeconds(HOLD);
    for (int i = 0; i < TASKS; i++) {
      assertThat(call(first, "tasks", i, until)).isEqualTo(200);
    }
    List<String> links = links(first);
    try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
      List<Future<Integer>> called = new ArrayList<>();
      for (int i = 0; i < CALLS; i++) {
        int number = i;
        called.add(threads.submit(() -> call(first, "calls", number, until)));
      }
      for (Future<Integer> each : called) {
        assertThat(each.get()).isEqualTo(200);
      }
    }
    Map<String, Long> open = Map.of("calls waiting", (long) CALLS, "tasks waiting", (long) TASKS);
    awaitStanding(first, open);
    first.process().destroyForcibly().waitFor();
    assertThat(Instant.now())
        .as("runs went on before the kill: give a longer hold")
        .isBefore(until);
    assertThat(rows()).isEmpty();

    Server second = start();
    for (int i = 0; i < CALLS; i++) {
      assertThat(call(second, "calls", i, until)).as("call %d", i).isEqualTo(200);
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
    while (rows().size() < TASKS + CALLS / 10) {
      assertThat(Instant.now()).as("%s rows", rows().size()).isBefore(until.plusSeconds(60));
      Thread.sleep(2);
    }
    second.process().destroyForcibly().waitFor();
    assertThat(rows()).as("written before the second kill").hasSizeLessThan(TASKS + CALLS);

    Server third = start();
    try {
      awaitStanding(
          third, Map.of("calls succeeded", (long) CALLS, "tasks succeeded", (long) TASKS));
      List<String> expected = new ArrayList<>();
      IntStream.range(0, CALLS).forEach(i -> expected.add("calls" + i));
      IntStream.range(0, TASKS).forEach(i -> expected.add("tasks" + i));
      assertThat(rows()).containsExactlyInAnyOrderElementsOf(expected);
      for (String link : links) {
        assertThat(
                send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + third.port() + link))
                        .GET()
                        .build())
                    .statusCode())
            .as("an answered task, %s", link)
            .isEqualTo(410);
      }
    } finally {
      third.process().destroyForcibly().waitFor();
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

  /** Waits until so many runs of each workflow stand so, and no others are there. */
  private void awaitStanding(Server server, Map<String, Long> wanted) throws Exception {
    Map<String, Long> standing = Map.of();
    for (int i = 0; i < 600 && !standing.equals(wanted); i++) {
      Thread.sleep(i == 0 ? 0 : 100);
      standing = new HashMap<>();
      for (Object each : (Iterable<?>) runs(server)) {
        JsonObject run = (JsonObject) each;
        standing.merge(run.get("workflow") + " " + run.get("status"), 1L, Long::sum);
      }
    }
    assertThat(standing).isEqualTo(wanted);
  }
}
