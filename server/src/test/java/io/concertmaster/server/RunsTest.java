package io.concertmaster.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.model.io.Sha256;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.server.store.RequestKeys;
import io.concertmaster.server.store.ServerStore;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** Runs over REST: started once, watched, looked into, steered. */
class RunsTest extends ServerFixture {
  @Test
  void aRunIsStartedAndItsItemsAreRead() throws Exception {
    live(adding("adds", "yes"));
    long run = run("adds", JsonObject.of("n", 1L), JsonObject.of("n", 2L));
    JsonObject view = ended(run);
    assertThat(view.get("status")).isEqualTo("succeeded");
    assertThat(view.get("lastNode")).isEqualTo("set");
    Reply page = get("/api/v1/runs/" + run + "/nodes/set/items?from=1&limit=5");
    assertThat(page.json().get("total")).isEqualTo(2L);
    JsonObject item = (JsonObject) ((JsonArray) page.json().get("items")).getFirst();
    assertThat(item.get("json")).isEqualTo(JsonObject.of("n", 2L, "added", "yes"));
    assertThat(get("/api/v1/runs/" + run + "/nodes/nothing/items").status()).isEqualTo(404);
    assertThat(get("/api/v1/runs/" + run + "/nodes/set/items?limit=0").status()).isEqualTo(400);
    assertThat(get("/api/v1/runs/" + run + "/nodes/set/items?limit=5&limit=6").status())
        .isEqualTo(400);
    assertThat(get("/api/v1/runs/" + run + "/nodes/set/items?surprise=6").status()).isEqualTo(400);
    assertThat(get("/api/v1/runs?workflow=adds").json().get("runs"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .hasSize(1);
  }

  private List<Object> numbers(Reply page) {
    return ((JsonArray) Objects.requireNonNull(page.json().get("runs")))
        .stream().map(each -> ((JsonObject) each).get("run")).collect(Collectors.toList());
  }

  @Test
  void theListOfRunsGoesOnWhereAPageEnded() throws Exception {
    live(adding("adds", "yes"));
    live(adding("other", "no"));
    List<Long> runs = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      runs.add(run("adds"));
      ended(run("other"));
    }
    Reply first = get("/api/v1/runs?workflow=adds&limit=2");
    assertThat(numbers(first)).isEqualTo(List.of(runs.get(4), runs.get(3)));
    assertThat(first.json().get("next")).isEqualTo(runs.get(3));
    Reply second = get("/api/v1/runs?workflow=adds&limit=2&before=" + runs.get(3));
    assertThat(numbers(second)).isEqualTo(List.of(runs.get(2), runs.get(1)));
    Reply last = get("/api/v1/runs?workflow=adds&limit=2&before=" + runs.get(1));
    assertThat(numbers(last)).isEqualTo(List.of(runs.get(0)));
    assertThat(last.json()).doesNotContainKey("next");
    assertThat(numbers(get("/api/v1/runs?status=failed"))).isEmpty();
    assertThat(numbers(get("/api/v1/runs?status=succeeded"))).hasSize(10);
    Reply wrong = get("/api/v1/runs?status=fine");
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.json().get("detail")).asString().contains("succeeded, failed");
    assertThat(get("/api/v1/runs?before=0").status()).isEqualTo(400);
  }

  @Test
  void theSameKeyIsTheSameRunAndWithAnotherBodyAMistake() throws Exception {
    live(adding("adds", "yes"));
    JsonObject body = JsonObject.of("workflow", "adds");
    Reply first = start("k1", body);
    assertThat(first.status()).isEqualTo(201);
    Reply again = start("k1", body);
    assertThat(again.status()).as("nothing was made this time").isEqualTo(200);
    assertThat(again.json()).isEqualTo(first.json());
    assertThat(again.response().headers().firstValue("Location"))
        .isEqualTo(first.response().headers().firstValue("Location"));
    assertThat(start("k2", body).json()).isNotEqualTo(first.json());
    Reply other = start("k1", body.with("input", JsonArray.of(JsonObject.of("a", 1L))));
    assertThat(other.status()).isEqualTo(409);
    restart();
    again = start("k1", body);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json()).isEqualTo(first.json());
  }

  @Test
  void aKeyWithWhichNothingCouldBeginIsNotTakenForBegun() throws Exception {
    live(adding("adds", "yes"));
    JsonObject body = JsonObject.of("workflow", "adds");
    String hash = Sha256.hex(Json.write(body));
    server.close();
    try (ServerStore store = ServerStore.open(home)) {
      assertThat(new RequestKeys(store).claim("default", "local", "k1", hash, Instant.now()))
          .as("as where the server was cut short then")
          .isEqualTo(RequestKeys.Claim.FREE);
    }
    start();
    assertThat(start("k1", body).status()).isEqualTo(201);
    assertThat(start("k1", body).status()).isEqualTo(200);
  }

  @Test
  void manyAtOnceWithOneKeyStartOneRun() throws Exception {
    live(adding("adds", "yes"));
    Set<Object> runs = new HashSet<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Callable<Reply>> asks = new ArrayList<>();
      for (int i = 0; i < 32; i++) {
        asks.add(() -> start("same", JsonObject.of("workflow", "adds")));
      }
      for (var each : threads.invokeAll(asks)) {
        assertThat(each.get().status()).isIn(200, 201);
        runs.add(each.get().json().get("run"));
      }
    }
    assertThat(runs).hasSize(1);
  }

  /** The events of a run from after an id: the lines of the stream. */
  private List<String> events(long run, String after) throws Exception {
    var request = request(owner, "/api/v1/runs/" + run + "/events");
    if (!after.isEmpty()) {
      request.header("Last-Event-ID", after);
    }
    var response = client.send(request.build(), BodyHandlers.ofLines());
    try (Stream<String> lines = response.body()) {
      return lines.filter(line -> line.matches("(id|event): .*")).toList();
    }
  }

  @Test
  void whoFollowsARunHearsAllAndWhoComesBackHearsTheRest() throws Exception {
    live(waiting("waits", 0.3));
    long run = run("waits", JsonObject.of("n", 1L));
    List<String> live = events(run, "");
    assertThat(live)
        .contains("event: run-started", "event: node-waiting")
        .endsWith("event: status");
    assertThat(ended(run).get("status")).isEqualTo("succeeded");
    List<String> later = events(run, "");
    assertThat(later).isEqualTo(live);
    String third = later.get(4).substring("id: ".length());
    assertThat(events(run, third)).isEqualTo(later.subList(6, later.size()));
    String last = later.get(later.size() - 2).substring("id: ".length());
    var over = request(owner, "/api/v1/runs/" + run + "/events").header("Last-Event-ID", last);
    assertThat(send(over.build()).status()).isEqualTo(204);
    restart();
    assertThat(events(run, third)).isEqualTo(later.subList(6, later.size()));
  }

  @Test
  void aStreamEndsWhenTheServerStopsAndGoesOnWhenItIsBack() throws Exception {
    live(waiting("waits", 600));
    long run = run("waits");
    ended(run);
    var follow = request(owner, "/api/v1/runs/" + run + "/events").build();
    var response = client.sendAsync(follow, BodyHandlers.ofString());
    Thread.sleep(200);
    long begin = System.nanoTime();
    server.close();
    String heard = response.get(5, TimeUnit.SECONDS).body();
    assertThat(System.nanoTime() - begin).isLessThan(4_000_000_000L);
    assertThat(heard).contains("event: node-waiting");
    start();
    assertThat(post("/api/v1/runs/" + run + "/cancel", null).status()).isEqualTo(204);
    String last = heard.strip().replaceFirst("(?s).*id: (\\d+).*", "$1");
    assertThat(events(run, last)).containsOnlyOnce("event: status").doesNotContain("id: " + last);
  }

  @Test
  void aRunThatWaitsIsCancelledAndStaysSo() throws Exception {
    live(waiting("waits", 600));
    long run = run("waits");
    assertThat(ended(run).get("status")).isEqualTo("waiting");
    assertThat(post("/api/v1/runs/" + run + "/cancel", null).status()).isEqualTo(204);
    assertThat(ended(run).get("status")).isEqualTo("cancelled");
    restart();
    assertThat(ended(run).get("status")).isEqualTo("cancelled");
    assertThat(post("/api/v1/runs/" + run + "/cancel", null).status()).isEqualTo(204);
    Reply resumed = post("/api/v1/runs/" + run + "/resume", null);
    assertThat(resumed.status()).isEqualTo(409);
    assertThat(resumed.json().get("detail"))
        .isEqualTo("run " + run + " has ended already: cancelled");
  }

  @Test
  void aRunThatHasEndedIsNotCancelledAnyMore() throws Exception {
    live(adding("adds", "yes"));
    long run = run("adds");
    assertThat(ended(run).get("status")).isEqualTo("succeeded");
    assertThat(post("/api/v1/runs/" + run + "/cancel", null).status()).isEqualTo(409);
    JsonObject retry = JsonObject.of("decision", "retry");
    assertThat(post("/api/v1/runs/" + run + "/decision", retry).status()).isEqualTo(409);
    assertThat(ended(run).get("status")).isEqualTo("succeeded");
  }

  @Test
  void anAnswerEndsAWaitOnce() throws Exception {
    WorkflowBuilder asks =
        WorkflowBuilder.workflow("Asks")
            .id("asks")
            .node("start", "trigger.manual", "Start")
            .node("wait", "flow.wait", "Wait")
            .parameter("wait", "mode", "call")
            .connect("start -> wait");
    live(asks);
    long run = run("asks");
    JsonObject view = ended(run);
    assertThat(view.get("status")).isEqualTo("waiting");
    JsonObject answer =
        JsonObject.of("token", view.get("answerToken"))
            .with("items", JsonArray.of(JsonObject.of("approved", true)));
    String path = "/api/v1/runs/" + run + "/answer";
    assertThat(post(path, answer.with("token", "forged")).status()).isEqualTo(409);
    assertThat(post(path, answer).status()).isEqualTo(204);
    assertThat(ended(run).get("status")).isEqualTo("succeeded");
    assertThat(post(path, answer).status()).as("replayed").isEqualTo(409);
    assertThat(get("/api/v1/runs/" + run + "/nodes/wait/items").response().body())
        .contains("approved");
  }

  @Test
  void aTaskIsNotAnsweredByItemsAlone() throws Exception {
    live(
        WorkflowBuilder.workflow("Approves")
            .id("approves")
            .node("start", "trigger.manual", "Start")
            .node("task", "flow.task", "Decide")
            .parameter("task", "title", "Approve it")
            .connect("start -> task"));
    long run = run("approves");
    String token = String.valueOf(ended(run).get("answerToken"));
    JsonObject items =
        JsonObject.of("token", token)
            .with("items", JsonArray.of(JsonObject.of("decision", "rejected")));
    Reply refused = post("/api/v1/runs/" + run + "/answer", items);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(String.valueOf(refused.json().get("detail")))
        .contains("“Approve it”", "/api/v1/tasks/" + run + "/answer");
    Reply called = post("/resume/" + run + "." + token, JsonObject.of("decision", "rejected"));
    assertThat(called.status()).isEqualTo(409);
    assertThat(String.valueOf(called.json().get("detail"))).contains("/ask/" + run + "." + token);
    assertThat(ended(run).get("status")).isEqualTo("waiting");
    Reply judged = post("/api/v1/tasks/" + run + "/answer", JsonObject.of("decision", "rejected"));
    assertThat(judged.json().get("accepted")).isEqualTo(true);
    assertThat(ended(run).get("status")).isEqualTo("succeeded");
  }

  @Test
  void aPageOfAFormIsJudgedByItsForm() throws Exception {
    JsonArray fields =
        JsonArray.of(
            JsonObject.of("label", "mail", "type", "email").with("required", true),
            JsonObject.of("label", "paper", "type", "file"));
    live(
        WorkflowBuilder.workflow("Asks on")
            .id("asks-on")
            .node("start", "trigger.manual", "Start")
            .node("page", "flow.form", "More")
            .parameter("page", "title", "Your address")
            .parameter("page", "fields", fields)
            .connect("start -> page"));
    long run = run("asks-on");
    String token = String.valueOf(ended(run).get("answerToken"));
    String path = "/api/v1/runs/" + run + "/answer";
    JsonObject sent = JsonObject.of("token", token);
    Reply called = post("/resume/" + run + "." + token, JsonObject.of("mail", "r@example.com"));
    assertThat(called.status()).isEqualTo(409);
    assertThat(String.valueOf(called.json().get("detail"))).contains("/ask/" + run + "." + token);

    Reply nothing = post(path, sent);
    assertThat(nothing.status()).isEqualTo(422);
    assertThat(String.valueOf(nothing.json().get("detail")))
        .contains("“Your address”", "one item that has the fields of its form");
    for (JsonObject wrong :
        new JsonObject[] {
          JsonObject.empty(),
          JsonObject.of("mail", "nobody"),
          JsonObject.of("mail", "r@example.com")
              .with("paper", JsonObject.of("name", "a", "type", "a/b").with("size", 1L))
        }) {
      Reply refused = post(path, sent.with("items", JsonArray.of(wrong)));
      assertThat(refused.status()).as("%s", wrong).isEqualTo(422);
      assertThat((JsonArray) refused.json().get("problems")).as("%s", wrong).hasSize(1);
    }
    assertThat(ended(run).get("status")).isEqualTo("waiting");

    JsonObject right = JsonObject.of("mail", "r@example.com");
    assertThat(post(path, sent.with("items", JsonArray.of(right))).status()).isEqualTo(204);
    assertThat(ended(run).get("status")).isEqualTo("succeeded");
    assertThat(get("/api/v1/runs/" + run + "/nodes/page/items").response().body())
        .contains("r@example.com", "submittedAt", "\"formMode\":\"production\"");
    assertThat(post(path, sent.with("items", JsonArray.of(right))).status()).isEqualTo(409);
  }

  @Test
  void aRunThatFailedIsStartedAgainWithWhatItWasGiven() throws Exception {
    WorkflowBuilder stops =
        WorkflowBuilder.workflow("Stops")
            .id("stops")
            .node("start", "trigger.manual", "Start")
            .node("stop", "flow.stop", "Stop")
            .parameter("stop", "message", "={{ $json.why }}")
            .connect("start -> stop");
    live(stops);
    long run = run("stops", JsonObject.of("why", "because"));
    assertThat(ended(run).get("status")).isEqualTo("failed");
    Reply again = post("/api/v1/runs/" + run + "/retry", null);
    assertThat(again.status()).as("%s", again.json()).isEqualTo(201);
    JsonObject second = ended((Long) again.json().get("run"));
    assertThat(((JsonObject) second.get("error")).get("message").toString()).contains("because");
  }

  @Test
  void whatIsNotThereCannotBeRun() throws Exception {
    assertThat(post("/api/v1/runs", JsonObject.of("workflow", "none")).status()).isEqualTo(404);
    put("/api/v1/workflows/adds", file(adding("adds", "yes")));
    Reply notLive = post("/api/v1/runs", JsonObject.of("workflow", "adds"));
    assertThat(notLive.status()).isEqualTo(409);
    Reply draft = post("/api/v1/runs", JsonObject.of("workflow", "adds", "version", "draft"));
    assertThat(draft.status()).isEqualTo(201);
    assertThat(get("/api/v1/runs/999").status()).isEqualTo(404);
    assertThat(post("/api/v1/runs/999/cancel", null).status()).isEqualTo(404);
  }

  @Test
  void projectsSeeNothingOfOneAnother() throws Exception {
    live(adding("adds", "yes"));
    long run = run("adds");
    ended(run);
    assertThat(put("/api/v1/projects/other", JsonObject.of("name", "Other")).status())
        .isEqualTo(200);
    assertThat(get("/api/v1/workflows?project=other").json().get("workflows"))
        .isEqualTo(JsonArray.empty());
    assertThat(get("/api/v1/runs/" + run + "?project=other").status()).isEqualTo(404);
    assertThat(get("/api/v1/runs?project=nowhere").status()).isEqualTo(404);
    restart();
    assertThat(get("/api/v1/runs?project=other").json().get("runs")).isEqualTo(JsonArray.empty());
    assertThat(get("/metrics").response().body())
        .contains(
            "concertmaster_runs{project=\"other\"} 0",
            "concertmaster_item_writes_queued{project=\"other\"} 0",
            "concertmaster_item_commit_p99_seconds{project=\"other\"} 0");
  }
}
