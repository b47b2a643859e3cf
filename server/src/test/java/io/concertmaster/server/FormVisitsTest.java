package io.concertmaster.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people do with pages of forms besides filling them in once from top to bottom. */
class FormVisitsTest extends VisitorFixture {
  private JsonArray runs() throws Exception {
    return (JsonArray) get("/api/v1/runs").json().get("runs");
  }

  private JsonObject begunWith() throws Exception {
    JsonObject run = (JsonObject) runs().getFirst();
    JsonArray items =
        (JsonArray) get("/api/v1/runs/" + run.get("run") + "/nodes/form/items").json().get("items");
    return (JsonObject) ((JsonObject) items.getFirst()).get("json");
  }

  @Test
  void whoGoesBackAndSendsSomethingElseIsToldThatItDidNotArrive() throws Exception {
    deployed(asking(field("name", "text"), field("seats", "number")));
    Page page = open("/forms/asks");
    Map<String, String> first = Map.of("/name", "Ria", "/seats", "1.50");
    assertThat(send(page, "submit", first).heading()).isEqualTo("Thank you");
    ended((Long) ((JsonObject) runs().getFirst()).get("run"));

    assertThat(send(page, "submit", first).heading()).isEqualTo("Thank you");
    Page other = send(page, "submit", Map.of("/name", "Rita", "/seats", "1.50"));

    assertThat(other.heading()).isEqualTo("This form was sent already");
    assertThat(other.status()).isEqualTo(409);
    assertThat(runs()).hasSize(1);
    assertThat(begunWith()).containsEntry("name", "Ria");
  }
}
