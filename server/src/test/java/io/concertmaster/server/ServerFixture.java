package io.concertmaster.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.model.io.WorkflowFiles;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.server.http.Address;
import io.concertmaster.server.http.Limits;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A server in a home of its own, and a client of the machine's owner. */
abstract class ServerFixture {
  static final Limits QUICK =
      new Limits(Duration.ofSeconds(5), Duration.ofMillis(500), Duration.ofSeconds(1));

  /** An answer: its status, and the JSON in it; an empty object where there is none. */
  record Reply(int status, JsonObject json, HttpResponse<String> response) {}

  @TempDir Path home;
  ConcertMasterServer server;
  final HttpClient client = HttpClient.newHttpClient();
  String owner = "";

  @BeforeEach
  void start() throws Exception {
    start(options());
  }

  final void start(ServerOptions options) throws Exception {
    server = ConcertMasterServer.start(options);
    owner = Files.readString(server.tokenFile()).strip();
  }

  /** How the server is to be. */
  ServerOptions options() {
    return new ServerOptions(
            home, new Address("127.0.0.1", 0, Optional.empty()), Optional.empty(), QUICK)
        .hashingWith(256);
  }

  @AfterEach
  void stop() {
    server.close();
    client.close();
  }

  void restart() throws Exception {
    server.close();
    start();
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  HttpRequest.Builder request(@Nullable String token, String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(30));
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  Reply send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
    JsonObject json =
        response.body().startsWith("{") ? Json.parseObject(response.body()) : JsonObject.empty();
    return new Reply(response.statusCode(), json, response);
  }

  Reply call(@Nullable String token, String method, String path, @Nullable Object body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = request(token, path);
    if (body == null) {
      request.method(method, BodyPublishers.noBody());
    } else {
      request
          .header("Content-Type", "application/json")
          .method(method, BodyPublishers.ofString(Json.write(body)));
    }
    return send(request.build());
  }

  Reply get(String path) throws IOException, InterruptedException {
    return call(owner, "GET", path, null);
  }

  Reply post(String path, @Nullable Object body) throws IOException, InterruptedException {
    return call(owner, "POST", path, body);
  }

  Reply put(String path, Object body) throws IOException, InterruptedException {
    return call(owner, "PUT", path, body);
  }

  /** A workflow's file as JSON. */
  static JsonObject file(WorkflowBuilder workflow) {
    return Json.parseObject(WorkflowFiles.write(workflow.build()));
  }

  /** Takes items in and adds a field to each. */
  static WorkflowBuilder adding(String id, Object value) {
    return WorkflowBuilder.workflow("Adds " + value)
        .id(id)
        .node("start", "trigger.manual", "Start")
        .node("set", "data.editFields", "Add")
        .parameter("set", "fields", JsonArray.of(JsonObject.of("name", "added", "value", value)))
        .connect("start -> set");
  }

  /** Waits for a while before it sends its items on. */
  static WorkflowBuilder waiting(String id, double seconds) {
    return WorkflowBuilder.workflow("Waits")
        .id(id)
        .node("start", "trigger.manual", "Start")
        .node("wait", "flow.wait", "Wait")
        .parameter("wait", "amount", seconds)
        .parameter("wait", "unit", "seconds")
        .connect("start -> wait");
  }

  /** Keeps a workflow and makes it live. */
  void live(WorkflowBuilder workflow) throws IOException, InterruptedException {
    JsonObject file = file(workflow);
    String path = "/api/v1/workflows/" + file.get("id");
    Reply kept = put(path, file);
    assertThat(kept.status()).as("%s", kept.json()).isEqualTo(200);
    Reply live = post(path + "/live", JsonObject.empty());
    assertThat(live.status()).as("%s", live.json()).isEqualTo(200);
  }

  long run(String workflow, JsonObject... items) throws IOException, InterruptedException {
    Reply started =
        post(
            "/api/v1/runs",
            JsonObject.of("workflow", workflow, "input", JsonArray.of((Object[]) items)));
    assertThat(started.status()).as("%s", started.json()).isEqualTo(201);
    return (Long) started.json().get("run");
  }

  /** Asks for a run with an Idempotency-Key. */
  Reply start(String key, Object body) throws IOException, InterruptedException {
    return send(
        request(owner, "/api/v1/runs")
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(Json.write(body)))
            .build());
  }

  /** How a run stands when it has ended, or rests. */
  JsonObject ended(long run) throws IOException, InterruptedException {
    JsonObject view = get("/api/v1/runs/" + run).json();
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while ("running".equals(view.get("status")) && System.nanoTime() < end) {
      Thread.sleep(20);
      view = get("/api/v1/runs/" + run).json();
    }
    return view;
  }
}
