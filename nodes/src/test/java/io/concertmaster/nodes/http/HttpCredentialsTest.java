package io.concertmaster.nodes.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.Credential;
import io.concertmaster.node.CredentialType;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.testkit.NodeRun;
import io.concertmaster.node.testkit.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpCredentialsTest {
  private Loopback server;

  @BeforeEach
  void start() throws Exception {
    server = new Loopback();
    server.answer("/ok", 200, "application/json", "{\"ok\":true}");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Outcome call(String path, String type, JsonObject values) throws Exception {
    return run(path, type, values).run();
  }

  private NodeRun run(String path, String type, JsonObject values) {
    CredentialType kind =
        HttpCredentials.SLOT
            .type(type)
            .orElseThrow(() -> new IllegalArgumentException("no type " + type));
    return NodeRun.of(new HttpRequestNode())
        .with("url", server.url(path))
        .with("authentication", "credential")
        .credential("http", new Credential("acme", kind, values))
        .input(Item.of(JsonObject.empty()));
  }

  @Test
  void each_type_signs_in_as_the_nodes_own_settings_do() throws Exception {
    call("/ok", "httpBearer", JsonObject.of("token", "t0ken-1"));
    assertThat(server.request().header("Authorization")).isEqualTo("Bearer t0ken-1");

    call("/ok", "httpBasic", JsonObject.of("user", "ann", "password", "pass:wörd"));
    String both =
        Base64.getEncoder().encodeToString("ann:pass:wörd".getBytes(StandardCharsets.UTF_8));
    assertThat(server.request().header("Authorization")).isEqualTo("Basic " + both);

    call("/ok", "httpHeader", JsonObject.of("name", "X-Key", "value", "s3cret"));
    assertThat(server.request().header("X-Key")).isEqualTo("s3cret");

    call("/ok", "httpQuery", JsonObject.of("name", "key", "value", "s3cret"));
    assertThat(server.request().target()).isEqualTo("/ok?key=s3cret");

    server.answer("/token", 200, "application/json", "{\"access_token\":\"tok-1\"}");
    call(
        "/ok",
        "oauth2",
        JsonObject.of("tokenUrl", server.url("/token"), "clientId", "me")
            .with("clientSecret", "hush"));
    assertThat(server.request().header("Authorization")).isEqualTo("Bearer tok-1");
  }

  @Test
  void it_goes_to_the_hosts_that_it_allows_only() throws Exception {
    JsonObject values = JsonObject.of("token", "t0ken-1");
    assertThat(
            call("/ok", "httpBearer", values.with("hosts", "api.example.org, 127.0.0.1")).records())
        .containsExactly(JsonObject.of("ok", true));

    int before = server.requests().size();
    Outcome refused = call("/ok", "httpBearer", values.with("hosts", "*.example.org"));
    assertThat(refused.rejected().getFirst().error())
        .hasMessageContaining("The credential “acme” may not be taken to 127.0.0.1");
    assertThat(server.requests()).hasSize(before);
  }

  @Test
  void the_address_that_was_allowed_is_the_one_that_is_called() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    String allowed = server.url("/ok");
    String other = allowed.replace("127.0.0.1", "localhost");
    run("/ok", "httpBearer", JsonObject.of("token", "t0ken-1", "hosts", "127.0.0.1"))
        .withPerItem("url", item -> asked.getAndIncrement() == 0 ? allowed : other)
        .run();

    assertThat(server.request().header("Host")).startsWith("127.0.0.1:");
  }

  @Test
  void where_hosts_are_said_nobody_may_listen_on_the_way() throws Exception {
    JsonObject values = JsonObject.of("token", "t0ken-1", "hosts", "127.0.0.1");
    for (String setting : List.of("anyCertificate", "proxy")) {
      Outcome refused =
          run("/ok", "httpBearer", values)
              .with(setting, setting.equals("proxy") ? "http://127.0.0.1:9" : true)
              .run();
      assertThat(refused.rejected().getFirst().error())
          .hasMessageContaining("The credential “acme” is for some hosts only");
      assertThat(refused.rejected().getFirst().error().property()).isEqualTo(setting);
    }
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void a_proxy_of_the_first_item_is_that_of_all() throws Exception {
    Outcome refused =
        run("/ok", "httpBearer", JsonObject.of("token", "t0ken-1", "hosts", "127.0.0.1"))
            .withPerItem("proxy", item -> item.json().get("proxy"))
            .input(Item.of("proxy", "http://127.0.0.1:9"), Item.of("proxy", ""))
            .run();

    assertThat(refused.rejected()).hasSize(2);
    assertThat(refused.rejected().getLast().error())
        .hasMessageContaining("The credential “acme” is for some hosts only");
  }

  @Test
  void a_redirect_to_another_server_does_not_take_it_along() throws Exception {
    try (Loopback other = new Loopback()) {
      other.answer("/there", 200, "application/json", "{\"there\":true}");
      server.on(
          "/to",
          exchange -> {
            exchange.getResponseHeaders().set("Location", other.url("/there"));
            Loopback.send(exchange, 302, "text/plain", "");
          });
      Outcome outcome =
          call("/to", "httpHeader", JsonObject.of("name", "X-Key", "value", "s3cret"));

      assertThat(outcome.records()).containsExactly(JsonObject.of("there", true));
      assertThat(other.request().header("X-Key")).isEmpty();
    }
  }

  @Test
  void what_a_server_repeats_in_an_error_is_blacked_out() throws Exception {
    server.on(
        "/echo",
        exchange ->
            Loopback.send(
                exchange,
                403,
                "text/plain",
                "no: " + exchange.getRequestHeaders().getFirst("Authorization")));
    Outcome outcome =
        call("/echo", "httpBasic", JsonObject.of("user", "ann", "password", "open sesame"));

    String told = outcome.rejected().getFirst().error().told().toString();
    assertThat(told).contains("•••").doesNotContain("open sesame");
    assertThat(told)
        .doesNotContain(
            Base64.getEncoder().encodeToString("ann:open sesame".getBytes(StandardCharsets.UTF_8)));
  }
}
