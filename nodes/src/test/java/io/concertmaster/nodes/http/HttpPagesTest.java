package io.concertmaster.nodes.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.testkit.NodeRun;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpPagesTest {
  private Loopback server;

  @BeforeEach
  void start() throws Exception {
    server = new Loopback();
    server.on(
        "/numbers",
        exchange -> {
          String query = exchange.getRequestURI().getQuery();
          int page = Integer.parseInt(query.replaceAll(".*page=(\\d+).*", "$1"));
          String body =
              switch (page) {
                case 1 -> "[{\"n\":1},{\"n\":2}]";
                case 2 -> "[{\"n\":3}]";
                default -> "[]";
              };
          Loopback.send(exchange, page < 5 ? 200 : 410, "application/json", body);
        });
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private NodeRun run(String path) {
    return NodeRun.of(new HttpRequestNode()).with("url", server.url(path)).input(Item.of("id", 7));
  }

  private static Object pageNumber(Item item, String place, String name) {
    long count = (Long) item.json().get("$pageCount");
    return JsonArray.of(JsonObject.of("place", place, "name", name).with("value", count + 1));
  }

  @Test
  void a_parameter_counts_until_an_answer_is_empty() throws Exception {
    var outcome =
        run("/numbers")
            .with("pages", "parameters")
            .withPerItem("pageParameters", item -> pageNumber(item, "query", "page"))
            .run();

    assertThat(outcome.records())
        .containsExactly(JsonObject.of("n", 1), JsonObject.of("n", 2), JsonObject.of("n", 3));
    assertThat(server.requests()).hasSize(3);
  }

  @Test
  void each_page_has_a_key_of_its_own() throws Exception {
    run("/numbers")
        .with("method", "POST")
        .with("sendKey", true)
        .with("pages", "parameters")
        .withPerItem("pageParameters", item -> pageNumber(item, "query", "page"))
        .run();

    assertThat(server.requests())
        .extracting(request -> request.header("Idempotency-Key"))
        .startsWith("test-0/0/0", "test-0/0/1")
        .doesNotHaveDuplicates();
  }

  @Test
  void a_page_may_look_at_the_request_before() throws Exception {
    run("/numbers")
        .with("query", List.of(JsonObject.of("name", "none")))
        .with("pages", "parameters")
        .with("mostPages", 2)
        .withPerItem(
            "pageParameters",
            item -> {
              Object before =
                  ((JsonObject) item.json().get("$request")).get("qs") instanceof JsonObject query
                      ? query.get("page")
                      : "0";
              return JsonArray.of(JsonObject.of("name", "page", "value", before + "1"));
            })
        .run();

    assertThat(server.requests())
        .extracting(Loopback.Request::target)
        .containsExactly("/numbers?page=01", "/numbers?page=011");
  }

  @Test
  void the_limit_on_pages_holds() throws Exception {
    run("/numbers")
        .with("pages", "parameters")
        .with("mostPages", 2)
        .withPerItem("pageParameters", item -> pageNumber(item, "query", "page"))
        .run();

    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void a_status_that_ends_the_pages_is_no_error() throws Exception {
    var outcome =
        run("/numbers")
            .with("pages", "parameters")
            .with("pagesEnd", "status")
            .with("endStatus", "404, 410")
            .withPerItem("pageParameters", item -> pageNumber(item, "query", "page"))
            .run();

    assertThat(outcome.rejected()).isEmpty();
    assertThat(outcome.records()).hasSize(3);
    assertThat(server.requests()).hasSize(5);
  }

  @Test
  void the_answer_tells_the_next_url_and_a_condition_may_end_earlier() throws Exception {
    server
        .answer("/a", 200, "application/json", "{\"n\":1,\"next\":\"/b?x=1&key=k\"}")
        .answer("/b", 200, "application/json", "{\"n\":2,\"next\":\"c\"}")
        .answer("/c", 200, "application/json", "{\"n\":3}");
    NodeRun run =
        run("/a")
            .with("query", List.of(JsonObject.of("name", "key", "value", "k")))
            .with("pages", "nextUrl")
            .withPerItem("nextUrl", item -> body(item).get("next"));

    assertThat(run.run().records())
        .extracting(record -> record.get("n"))
        .containsExactly(1L, 2L, 3L);
    assertThat(server.requests())
        .extracting(Loopback.Request::target)
        .containsExactly("/a?key=k", "/b?x=1&key=k", "/c?key=k");

    var early =
        run.with("pagesEnd", "condition")
            .withPerItem("endCondition", item -> Long.valueOf(2).equals(body(item).get("n")))
            .run();

    assertThat(early.records()).hasSize(2);
  }

  @Test
  void pages_that_lead_in_a_circle_are_one_error() throws Exception {
    server
        .answer("/a", 200, "application/json", "{\"n\":1,\"next\":\"/b\"}")
        .answer("/b", 200, "application/json", "{\"n\":2,\"next\":\"/a\"}");

    // The limit only keeps a test that fails from running for ever.
    var outcome =
        run("/a")
            .with("pages", "nextUrl")
            .with("mostPages", 20)
            .withPerItem("nextUrl", item -> body(item).get("next"))
            .run();

    assertThat(outcome.rejected())
        .singleElement()
        .satisfies(each -> assertThat(each.error()).hasMessageContaining("circle"));
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void a_next_url_of_another_origin_gets_no_secrets() throws Exception {
    try (Loopback other = new Loopback()) {
      other.answer("/b", 200, "application/json", "{\"n\":2}");
      String first = "{\"n\":1,\"next\":\"" + other.url("/b?x=1") + "\"}";
      server.answer("/a", 200, "application/json", first);
      NodeRun run =
          run("/a")
              .with("headers", List.of(JsonObject.of("name", "X-Own", "value", "own")))
              .with("query", List.of(JsonObject.of("name", "mine", "value", "own")))
              .with("pages", "nextUrl")
              .withPerItem("nextUrl", item -> body(item).get("next"));

      assertThat(run.with("authentication", "bearer").with("token", "s3cret").run().records())
          .hasSize(2);
      assertThat(server.request().header("Authorization")).isEqualTo("Bearer s3cret");
      assertThat(other.request().header("Authorization")).isEmpty();
      assertThat(other.request().header("X-Own")).isEmpty();
      assertThat(other.request().header("User-Agent")).isEqualTo("ConcertMaster");
      assertThat(other.request().target()).isEqualTo("/b?x=1");

      run.with("authentication", "query").with("secretName", "key").with("secretValue", "s3").run();
      assertThat(server.request().target()).contains("key=s3");
      assertThat(other.request().target()).isEqualTo("/b?x=1");
    }
  }

  private static JsonObject body(Item item) {
    return ((JsonObject) item.json().get("$response")).get("body") instanceof JsonObject body
        ? body
        : JsonObject.empty();
  }

  @Test
  void a_parameter_of_the_body_changes_inside_its_json() throws Exception {
    server.on("/search", exchange -> Loopback.send(exchange, 200, "application/json", "{\"n\":1}"));
    run("/search")
        .with("method", "POST")
        .with("body", "json")
        .with("json", "{\"find\":\"x\",\"page\":0}")
        .with("pages", "parameters")
        .with("mostPages", 2)
        .withPerItem("pageParameters", item -> pageNumber(item, "body", "page"))
        .run();

    assertThat(server.requests())
        .extracting(request -> Json.parse(request.text()))
        .containsExactly(
            JsonObject.of("find", "x", "page", 1), JsonObject.of("find", "x", "page", 2));
  }
}
