package io.concertmaster.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Webhooks whose newest call takes the place of the oldest run. */
class CancelOverlapTest extends ServerFixture {
  @Test
  @Timeout(60)
  void callsThatComeAtTheSameTimeAllBegin() throws Exception {
    WorkflowBuilder newest =
        waiting("newest", 60)
            .node("hook", "trigger.webhook", "Call")
            .parameter("hook", "path", "newest")
            .parameter("hook", "methods", JsonArray.of("POST"))
            .connect("hook -> wait");
    JsonObject one = JsonObject.of("atOnce", 1, "overlap", "cancel");
    JsonObject file = file(newest).with("settings", JsonObject.of("concurrency", one));
    assertThat(put("/api/v1/workflows/newest", file).status()).isEqualTo(200);
    assertThat(post("/api/v1/workflows/newest/live", JsonObject.empty()).status()).isEqualTo(200);
    assertThat(post("/api/v1/workflows/newest/activate", null).status()).isEqualTo(200);

    List<CompletableFuture<HttpResponse<String>>> calls = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      calls.add(
          client.sendAsync(
              request(null, "/hooks/newest").POST(BodyPublishers.ofString("")).build(),
              BodyHandlers.ofString()));
    }

    List<Integer> statuses = new ArrayList<>();
    for (CompletableFuture<HttpResponse<String>> each : calls) {
      statuses.add(each.get().statusCode());
    }
    assertThat(statuses).containsOnly(200);
    assertThat(get("/api/v1/runs?status=cancelled").json().get("runs").toString().split("\"run\":"))
        .hasSize(10);
  }
}
