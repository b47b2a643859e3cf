package io.concertmaster.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.node.data.JsonObject;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Runs that are asked for again: by key, by retry, by a stream that comes back. */
class RunKeysTest extends ServerFixture {
  @Test
  void aKeyGivesItsRunWhateverBecameOfTheWorkflow() throws Exception {
    live(adding("adds", "yes"));
    JsonObject body = JsonObject.of("workflow", "adds");
    Reply first = start("k1", body);
    assertThat(first.status()).isEqualTo(201);
    assertThat(post("/api/v1/workflows/adds/rollback", null).status()).isEqualTo(200);
    Reply again = start("k1", body);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json()).isEqualTo(first.json());
    assertThat(start("k2", body).status()).as("nothing is live").isEqualTo(409);
    assertThat(call(owner, "DELETE", "/api/v1/workflows/adds", null).status()).isEqualTo(204);
    assertThat(start("k1", body).json()).isEqualTo(first.json());
    assertThat(start("k1", body.with("timeout", 3L)).status()).as("another body").isEqualTo(409);
  }

  @Test
  void aKeyOfARunThatIsNotKeptAnyMoreBeginsNoOther() throws Exception {
    live(adding("adds", "yes"));
    JsonObject body = JsonObject.of("workflow", "adds");
    long first = (Long) start("k1", body).json().get("run");
    ended(first);
    long newest = (Long) start("k2", body).json().get("run");
    ended(newest);
    server.close();
    try (Connection journal =
            DriverManager.getConnection("jdbc:sqlite:" + home.resolve("journal.db"));
        Statement statement = journal.createStatement()) {
      statement.executeUpdate("DELETE FROM run WHERE id = " + first); // as retention leaves it
      statement.executeUpdate("DELETE FROM event WHERE run = " + first);
    }
    start();
    Reply again = start("k1", body);
    assertThat(again.status()).isEqualTo(410);
    assertThat(again.json().get("detail").toString())
        .contains("run " + first, "is not kept any more");
    assertThat(start("k2", body).json().get("run")).isEqualTo(newest);
    assertThat(start("k3", body).json().get("run")).isEqualTo(newest + 1);
  }

  /** Works for long, and can be interrupted. */
  private static WorkflowBuilder busy() {
    return WorkflowBuilder.workflow("Busy")
        .id("busy")
        .node("start", "trigger.manual", "Start")
        .node("loop", "code.javascript", "Loop")
        .parameter("loop", "code", "while (true) {}")
        .connect("start -> loop");
  }

  @Test
  void aRetryHasTheTimeLimitOfTheRun() throws Exception {
    live(busy());
    Reply started = post("/api/v1/runs", JsonObject.of("workflow", "busy", "timeout", 1L));
    long first = (Long) started.json().get("run");
    assertThat(ended(first)).containsEntry("status", "timed_out");
    Reply again = post("/api/v1/runs/" + first + "/retry", null);
    assertThat(ended((Long) again.json().get("run"))).containsEntry("status", "timed_out");
  }

  @Test
  void whereNothingIsUncertainThereIsNothingToDecide() throws Exception {
    live(waiting("waits", 600));
    long run = run("waits");
    ended(run);
    Reply refused = post("/api/v1/runs/" + run + "/decision", JsonObject.of("decision", "skip"));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().get("detail").toString()).contains("nothing to decide", "waiting");
  }

  @Test
  void aStreamThatKnowsMoreThanTheRunHasToTellEndsWithIt() throws Exception {
    live(waiting("waits", 600));
    long run = run("waits");
    ended(run);
    var follow =
        request(owner, "/api/v1/runs/" + run + "/events").header("Last-Event-ID", "5000").build();
    var response = client.sendAsync(follow, BodyHandlers.ofString());
    Thread.sleep(200);
    assertThat(post("/api/v1/runs/" + run + "/cancel", null).status()).isEqualTo(204);
    String heard = response.get(10, TimeUnit.SECONDS).body();
    assertThat(heard).doesNotContain("id: ");
  }
}
