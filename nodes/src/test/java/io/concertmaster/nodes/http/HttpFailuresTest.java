package io.concertmaster.nodes.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.NodeException;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.testkit.NodeRun;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpFailuresTest {
  private Loopback server;
  private Loopback other;

  @BeforeEach
  void start() throws Exception {
    server = new Loopback();
    other = new Loopback();
  }

  @AfterEach
  void stop() {
    server.close();
    other.close();
  }

  @Test
  void a_redirect_is_followed_with_all_headers_on_the_same_server() throws Exception {
    server.redirect("/from", 302, "/to").answer("/to", 200, "application/json", "{\"a\":1}");

    assertThat(withToken("/from").run().records()).containsExactly(JsonObject.of("a", 1L));
    assertThat(server.request().header("Authorization")).isEqualTo("Bearer s3cret-token");
  }

  @Test
  void another_server_gets_no_authentication_and_no_own_headers() throws Exception {
    other.answer("/to", 200, "application/json", "{}");
    server.redirect("/from", 307, other.url("/to"));

    withToken("/from")
        .with(
            "headers",
            List.of(
                Map.of("name", "X-Api-Key", "value", "k"),
                Map.of("name", "Accept", "value", "application/json")))
        .run()
        .items();

    assertThat(other.request().header("Authorization")).isEmpty();
    assertThat(other.request().header("X-Api-Key")).isEmpty();
    assertThat(other.request().header("Accept")).isEqualTo("application/json");
  }

  @Test
  void a_post_that_is_seen_elsewhere_becomes_a_get_and_one_that_moved_stays() throws Exception {
    server.redirect("/see", 303, "/to").redirect("/moved", 308, "/to");
    server.answer("/to", 200, "application/json", "{}");

    post("/see").run().items();
    assertThat(server.request().method()).isEqualTo("GET");
    assertThat(server.request().text()).isEmpty();
    post("/moved").run().items();
    assertThat(server.request().method()).isEqualTo("POST");
    assertThat(server.request().text()).isEqualTo("hello");
  }

  @Test
  void endless_redirects_end() throws Exception {
    server.redirect("/round", 302, "/round");

    assertThat(error(get("/round"))).hasMessageContaining("was sent on more than 5 times");
    assertThat(server.requests()).hasSize(6);
    assertThat(get("/round").with("followRedirects", false).run().records())
        .containsExactly(JsonObject.empty());
  }

  @Test
  void a_redirect_to_a_metadata_address_is_refused() throws Exception {
    server.redirect("/from", 302, "http://169.254.169.254/latest/meta-data/");

    assertThat(error(get("/from"))).hasMessageContaining("is never called");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://169.254.169.254/",
        "http://169.254.1.1:8080/x",
        "http://[::ffff:169.254.169.254]/",
        "http://[::ffff:a9fe:a9fe]/",
        "http://[::169.254.169.254]/",
        "http://[64:ff9b::a9fe:a9fe]/",
        "http://[2002:a9fe:a9fe::1]/",
        "http://[fd00:ec2::254]/",
        "http://[fd20:ce::254]/",
        "http://100.100.100.200/",
        "http://2852039166/",
        "http://0xa9.0xfe.0xa9.0xfe/"
      })
  void where_clouds_hand_out_secrets_is_never_called(String url) throws Exception {
    String message = error(NodeRun.of(new HttpRequestNode()).with("url", url)).getMessage();

    assertThat(message)
        .matches(".*(is never called|There is no host|has no host name).*")
        .doesNotContain("\n");
  }

  @Test
  void an_error_tells_method_address_status_and_a_piece_of_the_answer_but_no_secret()
      throws Exception {
    server.on(
        "/e",
        exchange -> {
          exchange.getResponseHeaders().set("Retry-After", "30");
          Loopback.send(
              exchange, 429, "text/plain", "token s3cret-token\nkey q-secret " + "x".repeat(500));
        });

    NodeException error = error(withToken("/e?key=q-secret"));

    assertThat(error.getMessage())
        .startsWith("GET " + server.url("/e") + " answered 429: token ••• key ••• xxx")
        .endsWith("… (try again after 30)")
        .doesNotContain("\n", "s3cret", "q-secret");
  }

  @Test
  void a_server_that_does_not_answer_in_time_is_given_up() throws Exception {
    server.on("/slow", exchange -> Thread.sleep(20_000));
    server.on(
        "/drip",
        exchange -> {
          exchange.sendResponseHeaders(200, 100);
          exchange.getResponseBody().write(1);
          exchange.getResponseBody().flush();
          Thread.sleep(20_000);
        });

    assertThat(error(get("/slow").with("timeout", 1)))
        .hasMessage(
            "GET "
                + server.url("/slow")
                + " did not answer within 1 s: try again, or raise “Timeout in seconds”");
    assertThat(error(get("/drip").with("timeout", 1))).hasMessageContaining("did not answer");
  }

  @Test
  void a_closed_port_an_unknown_host_and_a_broken_answer_are_one_clear_line_each()
      throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      port = socket.getLocalPort();
    }
    NodeRun run = NodeRun.of(new HttpRequestNode());
    server.answer("/bad", 200, "application/json", "{oops");

    assertThat(error(run.with("url", "http://127.0.0.1:" + port + "/x")))
        .hasMessage(
            "GET http://127.0.0.1:"
                + port
                + "/x failed: 127.0.0.1 takes no connection; is it running?");
    assertThat(error(run.with("url", "http://no-such-host.invalid/")))
        .hasMessageStartingWith("There is no host no-such-host.invalid");
    assertThat(error(get("/bad"))).hasMessageContaining("is no JSON");
  }

  @Test
  void addresses_that_are_none_are_refused_without_repeating_them() throws Exception {
    assertThat(error(url("ftp://example.org/")))
        .hasMessage("The URL must begin with http:// or https://");
    assertThat(error(url("http://ann:s3cret@example.org/")))
        .hasMessageContaining("move them to “Authentication”")
        .hasMessageNotContaining("s3cret");
    assertThat(error(url("http:///x?s3cret"))).hasMessageNotContaining("s3cret");
    assertThat(error(url("http://a b[?s3cret")).getMessage()).doesNotContain("s3cret");
  }

  @Test
  void a_header_that_cannot_be_sent_is_named() throws Exception {
    assertThat(
            error(
                get("/x")
                    .with("headers", List.of(Map.of("name", "Host", "value", "evil.example")))))
        .hasMessage("The header “Host” cannot be sent: its name or value is not allowed");
    assertThat(error(get("/x").with("headers", List.of(Map.of("name", "X", "value", "a\r\nB: c")))))
        .hasMessageContaining("The header “X” cannot be sent");
  }

  @Test
  void cancelling_interrupts_a_call() throws Exception {
    server.on("/slow", exchange -> Thread.sleep(20_000));
    Thread caller =
        Thread.ofPlatform()
            .start(() -> {
              try {
                get("/slow").run();
              } catch (Exception e) {
                Thread.currentThread().interrupt();
              }
            });
    while (server.requests().isEmpty()) {
      Thread.sleep(10);
    }
    caller.interrupt();
    caller.join(10_000);

    assertThat(caller.isAlive()).isFalse();
  }

  private NodeRun withToken(String path) {
    return get(path).with("authentication", "bearer").with("token", "s3cret-token");
  }

  private NodeRun post(String path) {
    return get(path).with("method", "POST").with("body", "text").with("text", "hello");
  }

  private NodeRun get(String path) {
    return url(server.url(path));
  }

  private static NodeRun url(String url) {
    return NodeRun.of(new HttpRequestNode()).with("url", url).input(Item.of("n", 1));
  }

  private static NodeException error(NodeRun run) throws Exception {
    return run.input(Item.of("n", 1)).stopAtReject().run().error();
  }
}
