package io.concertmaster.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.server.reach.Grant;
import io.concertmaster.server.reach.Outside;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nodes of a server sign in with the credentials of their project. */
class NodeCredentialsTest extends ServerFixture {
  private static final String ACME = "/api/v1/credentials/acme";

  private HttpServer other;
  private final List<String> brought = new CopyOnWriteArrayList<>();

  @Override
  ServerOptions options() {
    return super.options().reaching(new Outside(List.of(Grant.of("127.0.0.1")), List.of()));
  }

  @BeforeEach
  void serve() throws Exception {
    other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    other.createContext(
        "/",
        exchange -> {
          brought.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
          byte[] body = "{\"in\": true}".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    other.start();
  }

  @AfterEach
  void stopServing() {
    other.stop(0);
  }

  private WorkflowBuilder asking() {
    return WorkflowBuilder.workflow("Asks")
        .id("asks")
        .node("start", "trigger.manual", "Start")
        .node("ask", "http.request", "Ask")
        .parameter("ask", "url", "http://127.0.0.1:" + other.getAddress().getPort() + "/")
        .parameter("ask", "authentication", "credential")
        .set("ask", node -> node.withCredentials(Map.of("http", "acme")))
        .connect("start -> ask");
  }

  private void set(String type, JsonObject values) throws Exception {
    Reply reply = put(ACME, JsonObject.of("type", type, "values", values));
    assertThat(reply.status()).as("%s", reply.json()).isEqualTo(204);
  }

  private JsonObject asked() throws Exception {
    return ended(run("asks", JsonObject.of("a", 1)));
  }

  @Test
  void aRunSignsInWithWhatIsSetWhenTheStepWorks() throws Exception {
    live(asking());
    assertThat(asked().toString()).contains("there is no credential “acme” here");
    assertThat(brought).isEmpty();

    set("httpBearer", JsonObject.of("token", "one-two"));
    assertThat(asked()).containsEntry("status", "succeeded");
    set("httpBasic", JsonObject.of("user", "ann", "password", "p"));
    assertThat(asked()).containsEntry("status", "succeeded");
    assertThat(brought).containsExactly("Bearer one-two", "Basic YW5uOnA=");

    set("postgres", JsonObject.of("databaseName", "d", "user", "u"));
    assertThat(asked().toString()).contains("is of the type postgres, but here fits httpBasic");
    assertThat(brought).hasSize(2);
  }

  @Test
  void hostsKeepAnEditorFromHavingItSentElsewhere() throws Exception {
    set("httpBearer", JsonObject.of("token", "one-two", "hosts", "api.example.org"));
    live(asking());

    assertThat(asked().toString()).contains("may not be taken to 127.0.0.1");
    assertThat(brought).isEmpty();
  }

  @Test
  void valuesThatDoNotFitAKnownTypeAreRefusedWithoutBeingTold() throws Exception {
    for (JsonObject values :
        List.of(
            JsonObject.of("tokne", "Kanarienvogel"),
            JsonObject.of("token", "", "hosts", "Kanarienvogel"))) {
      Reply refused = put(ACME, JsonObject.of("type", "httpBearer", "values", values));
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.response().body()).contains("token").doesNotContain("Kanarien");
    }
    set("ofAnotherNode", JsonObject.of("anything", "x"));
  }

  @Test
  void theTypesAreToldWithTheirFields() throws Exception {
    assertThat(get("/api/v1/credential-types").json().get("types").toString())
        .contains("\"name\":\"httpBearer\"", "\"name\":\"postgres\"")
        .contains("{\"name\":\"token\",\"label\":\"Token\",\"required\":true,\"secret\":true}");
  }

  @Test
  void aDeploymentTellsWhatIsMissingAndWhatIsOfAnotherType() throws Exception {
    JsonObject document =
        JsonObject.of("kind", "workflow", "path", "asks.workflow.json")
            .with("content", file(asking()));
    JsonObject bundle = JsonObject.of("documents", JsonArray.of(document));
    Reply missing = post("/api/v1/deployments/preview", bundle);
    assertThat(missing.json()).containsEntry("deployable", true);
    assertThat(missing.json().get("documents").toString())
        .contains("\"missingCredentials\":[\"acme\"]", "\"problems\":[]");

    set("postgres", JsonObject.of("databaseName", "d", "user", "u"));
    Reply wrong = post("/api/v1/deployments/preview", bundle);
    assertThat(wrong.json().get("documents").toString())
        .contains("\"missingCredentials\":[]", "is of the type postgres, but here fits");
  }
}
