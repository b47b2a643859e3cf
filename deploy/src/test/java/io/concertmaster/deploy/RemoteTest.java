package io.concertmaster.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.concertmaster.deploy.DeployException.Reason;
import io.concertmaster.node.data.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a server may answer, told in words that help. */
class RemoteTest {
  private HttpServer server;
  private final AtomicReference<String> asked = new AtomicReference<>("");

  /** What is answered at some paths instead. */
  private final Map<String, String> pages = new ConcurrentHashMap<>();

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private Remote answering(int status, String body) {
    server.createContext(
        "/",
        exchange -> {
          asked.set(
              exchange.getRequestURI() + " " + exchange.getRequestHeaders().get("Authorization"));
          String path = exchange.getRequestURI().toString();
          byte[] bytes = pages.getOrDefault(path, body).getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Location", "http://elsewhere.example/");
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    return new Remote(address, Optional.of("cm_secret"), "mine", Optional.empty());
  }

  @Test
  void itAsksWithTokenAndProject() throws Exception {
    try (Remote remote = answering(200, "{\"a\": 1}")) {
      assertThat(remote.get("/api/v1/x?y=1")).isEqualTo(JsonObject.of("a", 1L));
    }
    assertThat(asked.get()).isEqualTo("/api/v1/x?y=1&project=mine [Bearer cm_secret]");
  }

  @Test
  void theNewestDeploymentThatStandsIsFoundBehindPagesOfOthers() throws Exception {
    String back = "{\"deployment\": 9, \"author\": \"jo\", \"rolledBack\": \"t\"}";
    String other = "{\"deployment\": 8, \"author\": \"jo\"}";
    String right = "{\"deployment\": 7, \"author\": \"anna\"}";
    pages.put("/api/v1/deployments?before=8&project=mine", "{\"deployments\": [" + right + "]}");
    String first = "{\"deployments\": [" + back + ", " + other + "], \"next\": 8}";
    try (Remote remote = answering(200, first)) {
      Deployments deployments = new Deployments(remote);
      assertThat(deployments.newest(each -> true).orElseThrow().number()).isEqualTo(8);
      assertThat(deployments.newest(each -> each.author().equals("anna")).orElseThrow().number())
          .isEqualTo(7);
      assertThat(deployments.newest(each -> false)).isEmpty();
    }
  }

  @Test
  void whatTheServerRefusesIsToldInItsWordsWithAllProblems() {
    String problem = "{\"detail\": \"it cannot run here\", \"problems\": [\"a\", \"b\"]}";
    try (Remote remote = answering(422, problem)) {
      assertThatThrownBy(() -> remote.post("/x"))
          .isInstanceOfSatisfying(
              DeployException.class,
              e -> {
                assertThat(e.reason()).isEqualTo(Reason.REFUSED);
                assertThat(e).hasMessage("it cannot run here");
                assertThat(e.details()).containsExactly("a", "b");
              });
    }
  }

  @Test
  void aTokenThatTheServerDoesNotKnowIsToldOf() {
    try (Remote remote = answering(401, "{}")) {
      assertThatThrownBy(() -> remote.get("/x"))
          .isInstanceOfSatisfying(
              DeployException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NO_TOKEN))
          .hasMessageContaining("does not know the token");
    }
  }

  @Test
  void aTokenIsNotSentOnToAnotherPlace() {
    try (Remote remote = answering(302, "")) {
      assertThatThrownBy(() -> remote.get("/x")).hasMessageContaining("no ConcertMaster server");
    }
  }

  @Test
  void aWebPageIsNoServer() {
    try (Remote remote = answering(200, "<html>")) {
      assertThatThrownBy(() -> remote.get("/x")).hasMessageContaining("no ConcertMaster server");
    }
  }

  @Test
  void aServerThatIsNotThereIsToldByItsAddress() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    try (Remote remote =
        new Remote(
            URI.create("http://127.0.0.1:" + port),
            Optional.empty(),
            "default",
            Optional.empty())) {
      assertThatThrownBy(() -> remote.get("/x"))
          .isInstanceOfSatisfying(
              DeployException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNREACHABLE))
          .hasMessageContaining("is it running?");
    }
  }

  @Test
  void whatIsNoAddressIsRefused() {
    for (String address : new String[] {"ftp://x", "x", "http:///x", "http://x?y"}) {
      assertThatThrownBy(
              () -> new Remote(URI.create(address), Optional.empty(), "default", Optional.empty()))
          .as(address)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
