package io.concertmaster.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.server.http.Method;
import io.concertmaster.server.http.Route;
import io.concertmaster.server.reach.Grant;
import io.concertmaster.server.reach.Outside;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A hundred secrets go through a server's life: kept, changed, brought by callers, wrongly too,
 * while runs succeed and fail. Then they are looked for in every file of the home, in a backup, in
 * every answer, in the log at its finest.
 */
class CanariesTest extends ServerFixture {
  private static final List<String> KINDS =
      List.of("basicAuth", "headerAuth", "bearerAuth", "hmacAuth");
  private static final String BODY = "{\"order\": 4711}";

  @TempDir Path elsewhere;
  private final Canaries canaries = new Canaries();
  private final List<String> heard = new ArrayList<>();
  private final Queue<String> log = new ConcurrentLinkedQueue<>();
  private final Logger root = Logger.getLogger("");
  private final Level usual = Objects.requireNonNull(root.getLevel());

  private final Handler listener =
      new Handler() {
        @Override
        public void publish(LogRecord said) {
          if (String.valueOf(said.getLoggerName()).startsWith("com.sun.net.httpserver")) {
            return; // the log of the other server, which is not ours
          }
          StringWriter text = new StringWriter();
          text.append(said.getLoggerName()).append(' ').append(said.getMessage());
          if (said.getParameters() != null) {
            text.append(List.of(said.getParameters()).toString());
          }
          if (said.getThrown() != null) {
            said.getThrown().printStackTrace(new PrintWriter(text));
          }
          log.add(text.toString());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @Override
  ServerOptions options() {
    return super.options().reaching(new Outside(List.of(Grant.of("127.0.0.1")), List.of()));
  }

  @BeforeEach
  void listen() {
    listener.setLevel(Level.ALL);
    root.addHandler(listener);
    root.setLevel(Level.ALL);
  }

  @AfterEach
  void unlisten() {
    root.removeHandler(listener);
    root.setLevel(usual);
  }

  private Reply hear(Reply reply) {
    heard.add(
        reply.response().uri().getPath()
            + "\n"
            + reply.response().headers().map()
            + "\n"
            + reply.response().body());
    return reply;
  }

  private JsonObject values(String kind, String secret) {
    return switch (kind) {
      case "basicAuth" -> JsonObject.of("user", "ria", "password", secret);
      case "headerAuth" -> JsonObject.of("name", "X-Key", "value", secret);
      case "bearerAuth" -> JsonObject.of("token", secret);
      case "hmacAuth" -> JsonObject.of("secret", secret);
      case "httpBasic" -> JsonObject.of("user", "ria", "password", secret);
      case "httpBearer" -> JsonObject.of("token", secret);
      case "httpHeader", "httpQuery" -> JsonObject.of("name", "X-Key", "value", secret);
      default -> JsonObject.of("url", "jdbc:postgresql://db/d?user=u&password=" + secret);
    };
  }

  private void credential(String name, String kind, String secret) throws Exception {
    Reply reply =
        put(
            "/api/v1/credentials/" + name,
            JsonObject.of("type", kind, "values", values(kind, secret)));
    assertThat(hear(reply).status()).isIn(200, 201, 204);
  }

  /** A webhook; its run succeeds, or fails at what it brings. */
  private void hook(String id, String kind, boolean fails) throws Exception {
    WorkflowBuilder workflow =
        WorkflowBuilder.workflow("Hook " + id)
            .id(id)
            .node("hook", "trigger.webhook", "Call")
            .parameter("hook", "path", id)
            .parameter("hook", "methods", JsonArray.of("POST"))
            .parameter("hook", "authentication", kind)
            .parameter("hook", "respond", "lastNode")
            .node("next", fails ? "flow.stop" : "data.editFields", "Next")
            .connect("hook -> next");
    if (fails) {
      workflow.parameter("next", "message", "={{ JSON.stringify($json.headers) }}");
    } else {
      workflow.parameter("next", "keep", "all");
    }
    JsonObject file = file(workflow);
    JsonObject nodes = (JsonObject) file.get("nodes");
    JsonObject hook =
        ((JsonObject) Objects.requireNonNull(nodes.get("hook")))
            .with("credentials", JsonObject.of("caller", id));
    Reply kept = put("/api/v1/workflows/" + id, file.with("nodes", nodes.with("hook", hook)));
    assertThat(hear(kept).status()).as("%s", kept.json()).isEqualTo(200);
    hear(post("/api/v1/workflows/" + id + "/live", JsonObject.empty()));
    assertThat(hear(post("/api/v1/workflows/" + id + "/activate", null)).status()).isEqualTo(200);
  }

  private Reply called(String id, String kind, String secret) throws Exception {
    HttpRequest.Builder request =
        request(null, "/hooks/" + id)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(BODY));
    switch (kind) {
      case "basicAuth" ->
          request.header(
              "Authorization",
              "Basic "
                  + Base64.getEncoder()
                      .encodeToString(("ria:" + secret).getBytes(StandardCharsets.UTF_8)));
      case "headerAuth" -> request.header("X-Key", secret).header("X-Copy", "k=" + secret);
      case "bearerAuth" -> request.header("Authorization", "Bearer " + secret);
      default -> {
        String stamp = String.valueOf(Instant.now().getEpochSecond());
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] sum = mac.doFinal((stamp + "." + BODY).getBytes(StandardCharsets.UTF_8));
        String signature = HexFormat.of().formatHex(sum);
        canaries.also(signature);
        request.header("X-Timestamp", stamp).header("X-Signature", signature);
      }
    }
    return hear(send(request.build()));
  }

  /** Sixteen webhooks with four ways to sign in, each called rightly and wrongly. */
  private void callers() throws Exception {
    for (int i = 0; i < 16; i++) {
      String kind = KINDS.get(i % 4);
      String id = "hook" + i;
      boolean fails = i >= 12;
      credential(id, kind, canaries.next()); // is replaced at once
      String secret = canaries.next();
      credential(id, kind, secret);
      hook(id, kind, fails);
      assertThat(called(id, kind, secret).status()).as(id).isEqualTo(fails ? 500 : 200);
      assertThat(called(id, kind, canaries.next()).status()).as(id).isEqualTo(401);
    }
  }

  /** Nodes that sign in with credentials at a server, which lets some in and not others. */
  private void requests() throws Exception {
    HttpServer other =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    List<String> brought = new CopyOnWriteArrayList<>();
    other.createContext(
        "/",
        exchange -> {
          String all = exchange.getRequestURI() + " " + exchange.getRequestHeaders().entrySet();
          brought.add(all);
          boolean in = exchange.getRequestURI().getPath().equals("/in");
          // A server that repeats in its refusal what it was told.
          byte[] body = (in ? "{\"in\": true}" : "no, not with " + all).getBytes(UTF_8);
          exchange.sendResponseHeaders(in ? 200 : 403, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    other.start();
    try {
      for (int i = 0; i < 8; i++) {
        String id = "request" + i;
        String kind = List.of("httpBasic", "httpBearer", "httpHeader", "httpQuery").get(i % 4);
        String secret = canaries.next();
        credential(id, kind, secret);
        boolean in = i < 4;
        live(
            WorkflowBuilder.workflow("Request " + i)
                .id(id)
                .node("hook", "trigger.manual", "Start")
                .node("next", "http.request", "Ask")
                .parameter(
                    "next",
                    "url",
                    "http://127.0.0.1:" + other.getAddress().getPort() + (in ? "/in" : "/out"))
                .parameter("next", "authentication", "credential")
                .set("next", node -> node.withCredentials(Map.of("http", id)))
                .connect("hook -> next"));
        JsonObject view = ended(run(id, JsonObject.of("a", 1)));
        assertThat(view.get("status")).as("%s", view).isEqualTo(in ? "succeeded" : "failed");
      }
      assertThat(brought).hasSize(8);
      assertThat(brought.stream().filter(each -> !canaries.in(each).isEmpty())).hasSize(8);
    } finally {
      other.stop(0);
    }
  }

  private void people() throws Exception {
    for (int i = 0; i < 2; i++) {
      String name = "person" + i;
      String password = canaries.next();
      JsonObject account =
          JsonObject.of("name", name, "password", password)
              .with("roles", JsonObject.of("*", "admin"));
      assertThat(hear(post("/api/v1/users", account)).status()).isEqualTo(201);
      Reply in = call(null, "POST", "/api/v1/login", account.without("roles"));
      assertThat(in.status()).as("%s", in.json()).isEqualTo(200);
      String token = canaries.also(String.valueOf(in.json().get("token"))); // told once, not heard
      for (int k = 0; k < 4; k++) {
        JsonObject wanted =
            JsonObject.of("name", "program " + k, "scopes", JsonArray.of("read", "admin"));
        Reply made = call(token, "POST", "/api/v1/tokens", wanted);
        assertThat(made.status()).as("%s", made.json()).isEqualTo(201);
        String own = canaries.also(String.valueOf(made.json().get("secret")));
        hear(call(own, "GET", "/api/v1/me", null));
        hear(call(own, "PUT", "/api/v1/credentials/none", JsonObject.empty()));
      }
    }
    hear(
        call(
            null,
            "POST",
            "/api/v1/login",
            JsonObject.of("name", "person0", "password", canaries.next())));
    for (int i = 0; i < 8; i++) {
      String wrong = canaries.next();
      hear(call(wrong, "GET", "/api/v1/me", null));
      hear(call(wrong, "DELETE", "/api/v1/tokens/x", null));
    }
  }

  /** People with browsers: who they are is in a cookie, and passwords land in wrong fields. */
  private void browsers() throws Exception {
    Browser browser = new Browser(client, server.port());
    String password = canaries.next();
    JsonObject account =
        JsonObject.of("name", "reader", "password", password)
            .with("roles", JsonObject.of("*", "admin"));
    assertThat(hear(post("/api/v1/users", account)).status()).isEqualTo(201);
    assertThat(browser.signIn("reader", canaries.next())).isEqualTo("401");
    assertThat(browser.signIn(canaries.next(), "a password")).isEqualTo("401");
    assertThat(browser.signIn("reader", password)).isEqualTo("/inbox");
    String first = canaries.also(Objects.requireNonNull(browser.cookies.get("cm_session")));
    for (String path : List.of("/inbox", "/inbox?show=done", "/inbox/tasks/default/1")) {
      hear(browser.get(path));
    }
    Browser other = new Browser(client, server.port());
    other.cookies.put("cm_session", canaries.next());
    hear(other.get("/inbox"));
    hear(other.post("/inbox/tasks/default/1", Map.of("confirm", canaries.next())));
    // A webhook of the same server does not get the session, whatever the browser is made to send.
    assertThat(browser.get("/health").statusCode()).isEqualTo(200);
    String page = browser.get("/inbox").body();
    hear(browser.post("/inbox/signout", Browser.hidden(page)));
    browser.cookies.put("cm_session", first);
    hear(browser.get("/inbox"));
  }

  private void hear(java.net.http.HttpResponse<String> response) {
    hear(new Reply(response.statusCode(), JsonObject.empty(), response));
  }

  /** What callers say in wrong places. */
  private void mistakes() throws Exception {
    String said = canaries.next();
    String encoded = java.net.URLEncoder.encode(said, StandardCharsets.UTF_8);
    for (String path :
        List.of(
            "/api/v1/me?access_token=",
            "/api/v1/nothing?token=",
            "/health?key=",
            "/hooks/none?key=",
            "/forms/none?key=",
            "/ask/1.a?key=")) {
      hear(call(owner, "GET", path + encoded, null));
    }
    hear(post("/api/v1/runs", "{\"workflow\": \"" + said + "\"")); // no object
    hear(
        send(
            request(null, "/hooks/none")
                .header("Cookie", "s=" + canaries.next())
                .header("Authorization", "Digest " + canaries.next())
                .POST(BodyPublishers.ofString(canaries.next()))
                .build()));
  }

  /** Everything that can be asked for. */
  private void everyAnswer() throws Exception {
    JsonArray runs = (JsonArray) Objects.requireNonNull(get("/api/v1/runs").json().get("runs"));
    for (Route route : server.routes().routes()) {
      if (route.method() != Method.GET || route.page()) {
        continue;
      }
      if (route.path().contains("{run}")) {
        for (Object each : runs) {
          Object number = ((JsonObject) Objects.requireNonNull(each)).get("run");
          for (String node : List.of("hook", "next")) {
            String path =
                route
                    .path()
                    .replace("{run}", String.valueOf(number))
                    .replace("{node}", node)
                    .replace("{file}", "0");
            hear(get(path));
          }
        }
      } else {
        for (String id : List.of("hook0", "person0", "default", "1")) {
          hear(get(route.path().replaceAll("\\{[a-z]+}", id)));
          if (!route.path().contains("{")) {
            break;
          }
        }
      }
    }
  }

  private static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.filter(Files::isRegularFile).toList()) {
        texts.put(
            folder.relativize(each).toString(),
            new String(Files.readAllBytes(each), StandardCharsets.ISO_8859_1));
      }
    }
    return texts;
  }

  private List<String> found(Map<String, String> texts) {
    List<String> found = new ArrayList<>();
    texts.forEach(
        (where, text) -> canaries.in(text).forEach(each -> found.add(where + " has " + each)));
    return found;
  }

  @Test
  void aHundredSecretsAreFoundNowhere() throws Exception {
    for (int i = 0; i < 30; i++) {
      credential("kept" + i, KINDS.size() > i % 5 ? KINDS.get(i % 5) : "jdbc", canaries.next());
    }
    callers();
    requests();
    people();
    browsers();
    mistakes();
    everyAnswer();
    ServerBackup.make(home, elsewhere.resolve("backup"));
    Map<String, String> running = files(home);
    restart();
    everyAnswer();
    server.close();
    Files.write(home.resolve("server.key"), new byte[32]); // another one, which opens nothing
    start();
    for (int i = 0; i < 4; i++) {
      assertThat(called("hook" + i, KINDS.get(i), canaries.next()).status()).isEqualTo(401);
    }
    server.close();

    assertThat(canaries.size()).isGreaterThanOrEqualTo(100);
    assertThat(heard).hasSizeGreaterThan(300);
    assertThat(String.join("\n", log)).contains("the credential hook0 cannot be opened");
    Map<String, String> answers = new LinkedHashMap<>();
    for (String each : heard) {
      answers.put(each.lines().findFirst().orElse("") + " " + answers.size(), each);
    }
    assertThat(found(answers)).isEmpty();
    assertThat(found(Map.of("the log", String.join("\n", log)))).isEmpty();
    assertThat(found(running)).isEmpty();
    assertThat(found(files(home))).isEmpty();
    Map<String, String> backup = files(elsewhere);
    assertThat(backup).containsKeys("backup/server/server.db", "backup/journal.db");
    assertThat(found(backup)).isEmpty();
  }

  @Test
  void aLeakWouldBeFound() throws Exception {
    String secret = canaries.next();
    credential("one", "bearerAuth", secret);
    live(adding("adds", "x " + secret));
    assertThat(ended(run("adds", JsonObject.of("a", 1))).get("status")).isEqualTo("succeeded");
    everyAnswer();
    System.getLogger("leak").log(System.Logger.Level.TRACE, "said {0}", secret);
    Map<String, String> running = files(home);
    Map<String, String> planted = new LinkedHashMap<>();
    byte[] bytes = ("user:" + secret).getBytes(StandardCharsets.UTF_8);
    planted.put("base64", Base64.getEncoder().encodeToString(bytes));
    planted.put("base64 of an address", Base64.getUrlEncoder().encodeToString(bytes));
    planted.put("address", java.net.URLEncoder.encode(secret, StandardCharsets.UTF_8));
    planted.put("hex", HexFormat.of().formatHex(bytes));
    planted.put("json", Json.write(JsonObject.of("a", secret)));

    assertThat(found(running)).isNotEmpty();
    assertThat(found(Map.of("the log", String.join("\n", log)))).isNotEmpty();
    assertThat(found(planted)).hasSizeGreaterThanOrEqualTo(5);
    assertThat(heard.stream().flatMap(each -> canaries.in(each).stream())).isNotEmpty();
  }
}
