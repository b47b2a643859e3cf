package io.concertmaster.deploy.n8n;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.concertmaster.deploy.DeployException;
import io.concertmaster.deploy.DeployException.Reason;
import io.concertmaster.deploy.n8n.N8nDeployments.Counterpart;
import io.concertmaster.deploy.n8n.N8nPlan.Change;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.n8n.read.WorkflowImport;
import io.concertmaster.n8n.report.Finding;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Workflows on a server that answers as n8n's API does: what goes there and comes back, and what is
 * told when it refuses. {@code dev/n8n-target} does the same with a real n8n.
 */
class N8nServerTest {
  private static final String KEY = "key-of-the-api";

  @TempDir Path home;
  private final Map<String, JsonObject> there = new LinkedHashMap<>();
  private final List<String> asked = new ArrayList<>();
  private Optional<String> odd = Optional.empty();
  private int oddStatus;
  private HttpServer http;
  private N8nServer server;

  @BeforeEach
  void start() throws IOException {
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.createContext("/n8n/api/v1/workflows", this::answer);
    http.start();
    server = server(KEY);
  }

  @AfterEach
  void stop() {
    server.close();
    http.stop(0);
  }

  private N8nServer server(String key) {
    URI address = URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/n8n/");
    return new N8nServer(address, Optional.of(key), Optional.empty());
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String path = exchange.getRequestURI().getPath().replace("/n8n/api/v1/workflows", "");
    asked.add(exchange.getRequestMethod() + " " + path);
    assertThat(exchange.getRequestHeaders())
        .as("n8n never answers it")
        .doesNotContainKey("Upgrade");
    if (odd.isPresent()) {
      send(exchange, oddStatus, odd.get());
    } else if (!KEY.equals(exchange.getRequestHeaders().getFirst("X-N8N-API-KEY"))) {
      send(exchange, 401, "{\"message\": \"unauthorized\"}");
    } else if (path.isEmpty()) {
      String query = String.valueOf(exchange.getRequestURI().getQuery());
      send(exchange, 200, exchange.getRequestMethod().equals("POST") ? made(body) : page(query));
    } else {
      String[] parts = path.substring(1).split("/", -1);
      JsonObject workflow = there.get(parts[0]);
      if (workflow == null) {
        send(exchange, 404, "{\"message\": \"Not Found\"}");
        return;
      }
      if (exchange.getRequestMethod().equals("PUT")) {
        workflow = workflow.withAll(Json.parseObject(body));
      } else if (parts.length == 2) {
        workflow = workflow.with("active", parts[1].equals("activate"));
      }
      there.put(parts[0], workflow);
      send(exchange, 200, Json.write(workflow));
    }
  }

  private String made(String body) {
    String id = "w" + (there.size() + 1);
    there.put(id, Json.parseObject(body).with("id", id).with("active", false).with("shared", "x"));
    return Json.write(there.get(id));
  }

  /** Pages of one workflow each, so that several are asked for. */
  private String page(String query) {
    List<JsonObject> all = List.copyOf(there.values());
    int from =
        query.contains("cursor=") ? Integer.parseInt(query.replaceFirst(".*cursor=", "")) : 0;
    JsonObject answer =
        JsonObject.of("data", JsonArray.copyOf(all.subList(from, Math.min(from + 1, all.size()))));
    return Json.write(from + 1 < all.size() ? answer.with("nextCursor", "" + (from + 1)) : answer);
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static Workflow adding(Object value) {
    return WorkflowBuilder.workflow("Adds")
        .id("adds")
        .node("start", "trigger.manual", "Start here")
        .node("set", "data.editFields", "Add")
        .parameter("set", "fields", JsonArray.of(JsonObject.of("name", "added", "value", value)))
        .node("db", "sql.query", "Rows")
        .connect("start -> set")
        .connect("set -> db")
        .build();
  }

  private N8nDeployments deployments() {
    return new N8nDeployments(server, new KnownWorkflows(home));
  }

  private N8nPlan plan(Workflow workflow) throws Exception {
    return deployments().plan(workflow, new Counterpart.Known());
  }

  @Test
  void aWorkflowGoesThereAndAChangeOfItIsShownAndTakesItsPlace() throws Exception {
    N8nPlan first = plan(adding("one"));
    assertThat(first.change()).isEqualTo(Change.NEW);
    assertThat(first.shipment().findings())
        .filteredOn(each -> each.kind() == Finding.Kind.LEFT_OUT)
        .extracting(Finding::node)
        .containsExactly("Rows");
    N8nWorkflow made = deployments().carryOut(first);
    assertThat(made.active()).isFalse();
    assertThat(there.get("w1").keySet())
        .containsExactly("name", "nodes", "connections", "settings", "id", "active", "shared");

    assertThat(plan(adding("one")).change()).isEqualTo(Change.SAME);
    N8nPlan changed = plan(adding("two"));
    assertThat(changed.change()).isEqualTo(Change.CHANGED);
    assertThat(changed.lines())
        .containsExactly("~ node “Add”, parameters.fields[0].value: \"one\" → \"two\"");
    deployments().carryOut(changed);
    assertThat(there).hasSize(1);
    assertThat(plan(adding("two")).change()).isEqualTo(Change.SAME);
    assertThat(deployments().activate(server.find("w1").orElseThrow(), true).active()).isTrue();
  }

  @Test
  void whatComesBackHasTheIdsThatItHadHere() throws Exception {
    N8nWorkflow made = deployments().carryOut(plan(adding("one")));
    Workflow back = WorkflowImport.read(made.content()).workflow();
    assertThat(back.nodes().keySet()).containsExactly("start", "set", "db");
    assertThat(back.connections()).isEqualTo(adding("one").connections());
    assertThat(made.content().containsKey("shared")).isFalse();
    assertThat(new KnownWorkflows(home).ours(server.address(), made.id())).contains("adds");
  }

  @Test
  void oneOfTheSameNameIsNeitherChangedNorDoubledByAccident() throws Exception {
    server.create(JsonObject.of("name", "Other", "nodes", JsonArray.empty()));
    server.create(JsonObject.of("name", "Adds", "nodes", JsonArray.empty()));
    assertThatThrownBy(() -> plan(adding("one")))
        .hasMessageContaining("“Adds” (w2)")
        .hasMessageContaining("--workflow w2")
        .hasMessageContaining("--new");
    assertThat(deployments().plan(adding("one"), new Counterpart.Of("w2")).change())
        .isEqualTo(Change.CHANGED);
    assertThat(deployments().plan(adding("one"), new Counterpart.Fresh()).change())
        .isEqualTo(Change.NEW);
    assertThatThrownBy(() -> deployments().plan(adding("one"), new Counterpart.Of("gone")))
        .hasMessageContaining("no workflow of the id “gone”");
    assertThat(asked).doesNotContain("PUT /w2");
  }

  @Test
  void aWorkflowOfThatServerGoesBackToItself() throws Exception {
    server.create(JsonObject.of("name", "Theirs", "nodes", JsonArray.empty()));
    Workflow read = WorkflowImport.read(server.find("w1").orElseThrow().content()).workflow();
    N8nPlan plan = plan(read);
    assertThat(plan.there().orElseThrow().id()).isEqualTo("w1");
  }

  /** Nodes of old files have none, and n8n gives them some. */
  @Test
  void aWorkflowWhoseNodesHaveNoIdsIsKnownAgain() throws Exception {
    Workflow old = WorkflowImport.read(withNode("Begin")).workflow();
    deployments().carryOut(plan(old));
    JsonObject kept = Objects.requireNonNull(there.get("w1"));
    JsonObject node = (JsonObject) ((JsonArray) kept.get("nodes")).get(0);
    assertThat(node).doesNotContainKey("id");
    there.put("w1", kept.with("nodes", JsonArray.of(node.with("id", "given-by-n8n"))));

    assertThat(plan(old).there().orElseThrow().id()).isEqualTo("w1");
    assertThatThrownBy(() -> plan(WorkflowImport.read(withNode("Other")).workflow()))
        .as("another one of that name")
        .hasMessageContaining("--new");
  }

  private static JsonObject withNode(String name) {
    JsonObject node =
        JsonObject.of("type", "n8n-nodes-base.manualTrigger", "name", name)
            .with("typeVersion", 1L)
            .with("position", JsonArray.of(0L, 0L))
            .with("parameters", JsonObject.empty());
    return JsonObject.of("name", "Old", "nodes", JsonArray.of(node))
        .with("connections", JsonObject.empty());
  }

  @Test
  void whatWasDeletedThereIsMadeAnewAndThatIsSaid() throws Exception {
    deployments().carryOut(plan(adding("one")));
    there.clear();
    N8nPlan plan = plan(adding("one"));
    assertThat(plan.change()).isEqualTo(Change.NEW);
    assertThat(plan.remarks()).singleElement().asString().contains("w1", "no more");
  }

  @Test
  void anotherWorkflowThatGotTheSameIdHereDoesNotTakeItsPlace() throws Exception {
    N8nPlan first = plan(named("工作流", "a"));
    deployments().carryOut(first);
    N8nPlan second = plan(named("自动化", "b"));
    assertThat(second.workflow()).isEqualTo(first.workflow());
    assertThat(second.change()).isEqualTo(Change.NEW);
    assertThat(second.remarks()).singleElement().asString().contains("another workflow");
  }

  @Test
  void neitherDoesAnotherWorkflowOfTheSameName() throws Exception {
    deployments().carryOut(plan(named("Workflow", "a")));
    assertThatThrownBy(() -> plan(named("Workflow", "b"))).hasMessageContaining("--new");
    assertThat(plan(named("Workflow", "a")).change()).isEqualTo(Change.SAME);
  }

  private static Workflow named(String name, String node) {
    JsonObject block =
        JsonObject.of("id", node, "name", "A")
            .with("type", "n8n-nodes-base.noOp")
            .with("parameters", JsonObject.empty());
    return WorkflowImport.read(JsonObject.of("name", name, "nodes", JsonArray.of(block)))
        .workflow();
  }

  @Test
  void whatSomebodyChangedMeanwhileIsNotOverwritten() throws Exception {
    deployments().carryOut(plan(adding("one")));
    N8nPlan shown = plan(adding("two"));
    there.put("w1", there.get("w1").with("name", "Mine now"));
    assertThatThrownBy(() -> deployments().carryOut(shown))
        .hasMessageContaining("was changed there since it was shown");
    assertThat(there.get("w1").get("name")).isEqualTo("Mine now");
  }

  @Test
  void refusalsAreToldInOneLineEach() {
    told(401, "{\"message\": \"unauthorized\"}", Reason.NOT_ALLOWED, "refuses the API key");
    told(403, "{\"message\": \"Forbidden\"}", Reason.NOT_ALLOWED, "scopes");
    told(400, "{\"message\": \"Unrecognized\\n node type: x.y\"}", Reason.REFUSED, "type: x.y”");
    told(404, "<html>", Reason.UNREACHABLE, "no public API of n8n (status 404)");
    told(200, "<html>", Reason.UNREACHABLE, "no public API of n8n");
    told(200, "{}", Reason.UNREACHABLE, "no public API of n8n");
    told(302, "", Reason.UNREACHABLE, "no public API of n8n (status 302)");
    told(502, "{\"message\": \"no luck\"}", Reason.UNREACHABLE, "502: “no luck”");
    http.stop(0);
    assertThatThrownBy(server::all).hasMessageContaining("is it running?");
  }

  private void told(int status, String body, Reason reason, String words) {
    odd = Optional.of(body);
    oddStatus = status;
    assertThatThrownBy(server::all)
        .as(body)
        .isInstanceOfSatisfying(
            DeployException.class,
            e -> {
              assertThat(e.reason()).isEqualTo(reason);
              assertThat(e.getMessage()).contains(words).doesNotContain("\n");
            });
  }

  @Test
  void anotherKeyIsRefusedAndAllPagesAreRead() throws Exception {
    for (String name : List.of("A", "B", "C")) {
      server.create(JsonObject.of("name", name, "nodes", JsonArray.empty()));
    }
    assertThat(server.all()).extracting(N8nWorkflow::name).containsExactly("A", "B", "C");
    try (N8nServer other = server("another")) {
      assertThatThrownBy(other::all).hasMessageContaining("refuses the API key");
    }
  }
}
