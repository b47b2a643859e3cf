package io.concertmaster.nodes.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.data.BinaryData;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.testkit.NodeRun;
import io.concertmaster.node.testkit.Outcome;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpSettingsTest {
  private Loopback server;

  @BeforeEach
  void start() throws Exception {
    server = new Loopback();
    server.answer("/ok", 200, "application/json", "{\"a\":1}");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private NodeRun run(String path) {
    return NodeRun.of(new HttpRequestNode()).with("url", server.url(path)).input(Item.of("id", 7));
  }

  @ParameterizedTest
  @CsvSource({
    "repeat, /ok?a=1&a=2&b=x&c=3",
    "brackets, /ok?a%5B%5D=1&a%5B%5D=2&b=x&c=3",
    "indices, /ok?a%5B0%5D=1&a%5B1%5D=2&b=x&c=3"
  })
  void lists_in_the_query_are_written_as_wanted(String style, String target) throws Exception {
    run("/ok")
        .with("queryLists", style)
        .with(
            "query",
            List.of(
                JsonObject.of("name", "a", "value", JsonArray.of(1, 2)),
                JsonObject.of("name", "b", "value", "x")))
        .with("queryJson", "{\"c\":3}")
        .run();

    assertThat(server.request().target()).isEqualTo(target);
  }

  @Test
  void headers_may_come_as_json_and_a_body_as_fields() throws Exception {
    run("/ok")
        .with("method", "POST")
        .with("headersJson", JsonObject.of("X-A", "1"))
        .with("body", "fields")
        .with("fields", List.of(JsonObject.of("name", "n", "value", 5)))
        .run();

    assertThat(server.request().header("X-A")).isEqualTo("1");
    assertThat(Json.parse(server.request().text())).isEqualTo(JsonObject.of("n", 5));
    assertThat(server.request().header("Content-Type")).isEqualTo("application/json");
  }

  @Test
  void secrets_go_into_a_header_or_the_query() throws Exception {
    run("/ok")
        .with("authentication", "header")
        .with("secretName", "X-Key")
        .with("secretValue", "s3cret")
        .run();
    assertThat(server.request().header("X-Key")).isEqualTo("s3cret");

    run("/ok")
        .with("authentication", "query")
        .with("secretName", "key")
        .with("secretValue", "s3cret")
        .run();
    assertThat(server.request().target()).isEqualTo("/ok?key=s3cret");
  }

  @Test
  void a_digest_is_computed_as_the_standard_has_it() throws Exception {
    // RFC 2617, 3.5
    Map<String, String> challenge =
        Digest.challenge(
            List.of(
                "Digest realm=\"testrealm@host.com\", qop=\"auth,auth-int\","
                    + " nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\","
                    + " opaque=\"5ccc069c403ebaf9f0171e9517f40e41\""));
    String header =
        new Digest("Mufasa", "Circle Of Life")
            .answer(
                challenge, "GET", URI.create("http://www.nowhere.org/dir/index.html"), "0a4f113b");

    assertThat(header).contains("response=\"6629fae49393a05397450978507c4ef1\"");
  }

  @Test
  void a_server_that_wants_a_digest_gets_one() throws Exception {
    server.on(
        "/digest",
        exchange -> {
          boolean signed = exchange.getRequestHeaders().containsKey("Authorization");
          if (!signed) {
            exchange
                .getResponseHeaders()
                .set("WWW-Authenticate", "Digest realm=\"r\", nonce=\"n\", qop=\"auth\"");
          }
          Loopback.send(exchange, signed ? 200 : 401, "application/json", "{\"in\":true}");
        });
    Outcome outcome =
        run("/digest")
            .with("authentication", "digest")
            .with("user", "u")
            .with("password", "p")
            .run();

    assertThat(outcome.records()).containsExactly(JsonObject.of("in", true));
    assertThat(server.request().header("Authorization")).startsWith("Digest username=\"u\"");
  }

  @Test
  void a_token_is_fetched_once_for_all_items() throws Exception {
    server.answer("/token", 200, "application/json", "{\"access_token\":\"tok-1\"}");
    run("/ok")
        .with("authentication", "oauth2")
        .with("tokenUrl", server.url("/token"))
        .with("clientId", "me")
        .with("clientSecret", "hush")
        .input(Item.of("id", 1), Item.of("id", 2))
        .run();

    assertThat(server.requests()).hasSize(3);
    assertThat(server.requests().getFirst().text()).isEqualTo("grant_type=client_credentials");
    assertThat(server.request().header("Authorization")).isEqualTo("Bearer tok-1");
  }

  @Test
  void a_credential_that_is_not_filled_in_fails_before_anything_is_sent() throws Exception {
    Outcome outcome =
        run("/ok").with("authentication", "credential").with("slot", "httpHeaderAuth").run();

    assertThat(outcome.rejected().getFirst().error()).hasMessageContaining("names no credential");
    assertThat(outcome.rejected().getFirst().error().property()).isEqualTo("credentials.http");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void text_goes_to_its_field_and_a_file_may_keep_the_item() throws Exception {
    server.answer("/text", 200, "text/csv", "a,b").answer("/png", 200, "image/png", "x");

    assertThat(run("/text").with("textField", "body").run().records())
        .containsExactly(JsonObject.of("body", "a,b"));

    NodeRun keeping = run("/png").with("fileItem", "keep");
    BinaryData old = keeping.file("old.txt", "text/plain", new byte[1]);
    Item kept =
        keeping
            .input(Item.of("id", 7).withBinary(Map.of("old", old)))
            .run()
            .outputs()
            .getFirst()
            .getFirst();
    assertThat(kept.json()).isEqualTo(JsonObject.of("id", 7));
    assertThat(kept.binary()).containsOnlyKeys("old", "data");
  }

  @Test
  void a_pause_stands_between_batches() throws Exception {
    long start = System.nanoTime();
    run("/ok")
        .with("batchSize", 1)
        .with("batchPause", 0.2)
        .input(Item.of("id", 1), Item.of("id", 2))
        .run();

    assertThat(System.nanoTime() - start).isGreaterThan(200_000_000L);
  }

  @Test
  void redirects_have_their_own_limit() throws Exception {
    server.redirect("/round", 302, "/round");
    run("/round").with("mostRedirects", 1).run();

    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void a_host_that_only_the_proxy_knows_is_asked_for_through_it() throws Exception {
    server.answer("/", 200, "application/json", "{\"by\":\"proxy\"}");
    Outcome outcome =
        run("/ok").with("url", "http://inside.invalid/x").with("proxy", server.url("")).run();

    assertThat(outcome.rejected()).isEmpty();
    assertThat(outcome.records()).containsExactly(JsonObject.of("by", "proxy"));
  }

  @Test
  void a_proxy_at_a_metadata_address_is_refused() throws Exception {
    Outcome outcome = run("/ok").with("proxy", "http://169.254.169.254").run();

    assertThat(outcome.failure().orElseThrow()).hasMessageContaining("proxy");
  }
}
