package io.concertmaster.nodes.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.testkit.NodeRun;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ToldErrorTest {
  private Loopback server;

  @BeforeEach
  void start() throws Exception {
    server = new Loopback();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static Object told(NodeRun run) throws Exception {
    return run.input(Item.of("n", 1)).run().rejected().getFirst().error().told();
  }

  private NodeRun get(String path) {
    return NodeRun.of(new HttpRequestNode()).with("url", server.url(path));
  }

  @Test
  void a_bad_status_is_told_with_its_number_its_code_and_the_answer_as_a_text() throws Exception {
    server.answer("/gone", 404, "application/json", "{\"why\": \"moved\"}");

    assertThat(told(get("/gone")))
        .isEqualTo(
            JsonObject.of("message", "404 - \"{\\\"why\\\": \\\"moved\\\"}\"", "name", "AxiosError")
                .with("code", "ERR_BAD_REQUEST")
                .with("status", 404L)
                .with("httpCode", "404"));
  }

  @Test
  void an_answer_that_is_read_as_json_is_told_as_json() throws Exception {
    server.answer("/down", 503, "application/json", "{\"why\": \"busy\"}");
    server.answer("/text", 500, "text/plain", "oops");

    assertThat(told(get("/down").with("response", "json")))
        .isEqualTo(
            JsonObject.of("message", "503 - {\"why\":\"busy\"}", "name", "AxiosError")
                .with("code", "ERR_BAD_RESPONSE")
                .with("status", 503L)
                .with("httpCode", "503"));
    assertThat(told(get("/text").with("response", "json")))
        .asString()
        .contains("500 - \\\"oops\\\"");
  }

  @Test
  void a_call_without_an_answer_is_told_with_the_code_of_the_network() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      port = socket.getLocalPort();
    }
    NodeRun run = NodeRun.of(new HttpRequestNode());
    server.on("/slow", exchange -> Thread.sleep(20_000));
    server.redirect("/round", 302, "/round");

    assertThat(told(run.with("url", "http://127.0.0.1:" + port + "/")))
        .isEqualTo(
            JsonObject.of("message", "connect ECONNREFUSED 127.0.0.1:" + port, "name", "Error")
                .with("code", "ECONNREFUSED"));
    assertThat(told(run.with("url", "http://no-such-host.invalid/")))
        .isEqualTo(
            JsonObject.of("message", "getaddrinfo ENOTFOUND no-such-host.invalid", "name", "Error")
                .with("code", "ENOTFOUND"));
    assertThat(told(get("/slow").with("timeout", 1)))
        .isEqualTo(
            JsonObject.of("message", "timeout of 1000ms exceeded", "name", "AxiosError")
                .with("code", "ECONNABORTED"));
    assertThat(told(get("/round")))
        .extracting(each -> ((JsonObject) each).get("code"))
        .isEqualTo("ERR_FR_TOO_MANY_REDIRECTS");
  }

  @Test
  void what_is_wrong_with_the_settings_is_told_as_a_text() throws Exception {
    assertThat(told(NodeRun.of(new HttpRequestNode()).with("url", "ftp://example.org/")))
        .isEqualTo("The URL must begin with http:// or https://");
  }

  @Test
  void secrets_are_blacked_out_of_it() throws Exception {
    server.answer("/e", 401, "text/plain", "your token s3cret-token is wrong");

    assertThat(told(get("/e").with("authentication", "bearer").with("token", "s3cret-token")))
        .asString()
        .contains("•••")
        .doesNotContain("s3cret");
  }
}
