package io.concertmaster.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Programs call the webhooks of active workflows. */
class HooksTest extends ServerFixture {
  private static WorkflowBuilder priceList(String respond) {
    return WorkflowBuilder.workflow("Price list")
        .id("prices")
        .node("hook", "trigger.webhook", "Call")
        .parameter("hook", "path", "prices/:article")
        .parameter("hook", "methods", JsonArray.of("POST"))
        .parameter("hook", "respond", respond)
        .node("set", "data.editFields", "Price")
        .parameter(
            "set",
            "fields",
            JsonArray.of(
                JsonObject.of("name", "price", "type", "number")
                    .with("value", "={{ $json.body.quantity * 2.5 }}"),
                JsonObject.of("name", "article", "value", "={{ $json.params.article }}")))
        .parameter("set", "keep", "none")
        .node("answer", "http.respond", "Answer")
        .parameter("answer", "status", 201)
        .parameter(
            "answer",
            "headers",
            JsonArray.of(JsonObject.of("name", "X-Price", "value", "={{ $json.price }}")))
        .connect("hook -> set")
        .connect("set -> answer");
  }

  /** Answers calls of a path with a text. */
  private static WorkflowBuilder saying(String path, String text) {
    return WorkflowBuilder.workflow("Says " + path)
        .id(path)
        .node("hook", "trigger.webhook", "Call")
        .parameter("hook", "path", path)
        .parameter("hook", "methods", JsonArray.of("POST"))
        .parameter("hook", "respond", "responseNode")
        .node("answer", "http.respond", "Answer")
        .parameter("answer", "with", "text")
        .parameter("answer", "body", text)
        .connect("hook -> answer");
  }

  private void active(WorkflowBuilder workflow) throws Exception {
    live(workflow);
    Object id = file(workflow).get("id");
    Reply active = post("/api/v1/workflows/" + id + "/activate", null);
    assertThat(active.status()).as("%s", active.json()).isEqualTo(200);
  }

  private Reply call(String path, String type, String body, String... headers) throws Exception {
    HttpRequest.Builder request =
        request(null, path).header("Content-Type", type).POST(BodyPublishers.ofString(body));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return send(request.build());
  }

  @Test
  void aNodeAnswersWithItsItemStatusAndHeaders() throws Exception {
    active(priceList("responseNode"));

    Reply reply = call("/hooks/prices/a-100", "application/json", "{\"quantity\": 4}");

    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.json()).isEqualTo(Json.parse("{\"price\": 10, \"article\": \"a-100\"}"));
    assertThat(reply.response().headers().firstValue("X-Price")).contains("10");
  }

  @Test
  void whatIsPinnedForTryingStandsInForNothing() throws Exception {
    active(
        priceList("responseNode")
            .set(
                "hook",
                node ->
                    node.withPinned(
                        Optional.of(
                            List.of(
                                Item.of(
                                    JsonObject.of("body", JsonObject.of("quantity", 100))
                                        .with("params", JsonObject.of("article", "b-7"))))))));

    Reply reply = call("/hooks/prices/a-100", "application/json", "{\"quantity\": 4}");

    assertThat(reply.json()).isEqualTo(Json.parse("{\"price\": 10, \"article\": \"a-100\"}"));
  }

  @Test
  void aPageThatAWorkflowAnswersWithHasAnOriginOfItsOwn() throws Exception {
    active(
        saying("page", "<script>alert(1)</script>")
            .parameter(
                "answer",
                "headers",
                JsonArray.of(
                    JsonObject.of("name", "Content-Type", "value", "text/html"),
                    JsonObject.of("name", "Set-Cookie", "value", "cm_session=cs_x; Path=/inbox"),
                    JsonObject.of(
                        "name", "content-security-policy", "value", "default-src 'self'"))));

    Reply reply = call("/hooks/page", "application/json", "{}");

    var headers = reply.response().headers();
    assertThat(reply.response().body()).isEqualTo("<script>alert(1)</script>");
    assertThat(headers.firstValue("content-type")).contains("text/html");
    assertThat(headers.allValues("content-security-policy"))
        .singleElement()
        .satisfies(policy ->
            assertThat(policy)
                .startsWith("default-src 'self', sandbox ")
                .doesNotContain("allow-same-origin"));
    assertThat(headers.firstValue("set-cookie")).isEmpty();
  }

  @Test
  void theLastNodeAnswersOrTheCallerIsThankedAtOnce() throws Exception {
    active(priceList("lastNode"));
    assertThat(call("/hooks/prices/b", "application/json", "{\"quantity\": 2}").json().get("price"))
        .isEqualTo(5L);

    active(priceList("onReceived"));
    assertThat(call("/hooks/prices/b", "application/json", "{\"quantity\": 2}").json())
        .isEqualTo(JsonObject.of("message", "Workflow was started"));
  }

  @Test
  void aFormsFieldsAreABodyToo() throws Exception {
    active(priceList("lastNode"));

    assertThat(
            call("/hooks/prices/c", "application/x-www-form-urlencoded", "quantity=6&x=a%20b")
                .json()
                .get("price"))
        .isEqualTo(15L);
  }

  @Test
  void whatDoesNotFitIsRefusedInOneWordEach() throws Exception {
    active(priceList("lastNode"));

    assertThat(get("/hooks/prices/c").status()).isEqualTo(405);
    assertThat(call("/hooks/prices", "application/json", "{}").status()).isEqualTo(404);
    assertThat(call("/hooks/prices/c", "application/json", "{quantity").status()).isEqualTo(400);
    assertThat(call("/hooks/prices/%2e%2e", "application/json", "{}").status()).isEqualTo(400);
    assertThat(
            call(
                    "/hooks/prices/c",
                    "application/json",
                    "{\"quantity\": null, \"a\": " + "\"" + "x".repeat(17 << 20) + "\"}")
                .status())
        .isEqualTo(413);
    post("/api/v1/workflows/prices/deactivate", null);
    assertThat(call("/hooks/prices/c", "application/json", "{}").status()).isEqualTo(404);
  }

  @Test
  void whatIsRefusedIsToldAsTheApiTellsIt() throws Exception {
    active(priceList("lastNode"));
    problem(call("/hooks/nothing", "application/json", "{}"), 404, "not-found", "Not found");
    problem(
        call("/hooks/prices/%2e%2e", "application/json", "{}"), 400, "bad-request", "Bad request");
    problem(get("/hooks/prices/c"), 405, "method-not-allowed", "Method not allowed");
    problem(
        call("/hooks/prices/c", "application/json", "\"" + "x".repeat(17 << 20) + "\""),
        413,
        "too-large",
        "Too large");
    problem(get("/assets/none"), 404, "not-found", "Not found");
    Reply page = send(request(null, "/forms/x/y").DELETE().build());
    problem(page, 405, "method-not-allowed", "Method not allowed");
    assertThat(page.response().headers().firstValue("allow")).contains("GET, HEAD, POST");
  }

  private static void problem(Reply reply, int status, String code, String title) {
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.response().headers().firstValue("Content-Type"))
        .contains("application/problem+json");
    assertThat(reply.json().without("detail"))
        .isEqualTo(
            JsonObject.of("type", "urn:concertmaster:problem:" + code, "title", title)
                .with("status", (long) status));
    assertThat(reply.json().get("detail").toString()).isNotBlank();
  }

  /** A key that counts for nothing would let a call that is sent again begin a second run. */
  @Test
  void aKeyThatIsTooLongIsRefused() throws Exception {
    active(priceList("responseNode"));
    String body = "{\"quantity\": 1}";

    for (String key : List.of("k".repeat(201), " ")) {
      Reply reply = call("/hooks/prices/a", "application/json", body, "Idempotency-Key", key);
      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.json().get("detail"))
          .isEqualTo("an Idempotency-Key has 1 to 200 characters");
    }
    assertThat((JsonArray) get("/api/v1/runs").json().get("runs")).isEmpty();
    String longest = "k".repeat(200);
    assertThat(
            call("/hooks/prices/a", "application/json", body, "Idempotency-Key", longest).status())
        .isEqualTo(201);
  }

  @Test
  void aCallThatIsSentTwiceWithItsKeyBeginsOneRun() throws Exception {
    active(priceList("responseNode"));

    call("/hooks/prices/a", "application/json", "{\"quantity\": 1}", "Idempotency-Key", "k1");
    call("/hooks/prices/a", "application/json", "{\"quantity\": 1}", "Idempotency-Key", "k1");
    call("/hooks/prices/a", "application/json", "{\"quantity\": 1}", "Idempotency-Key", "k2");

    assertThat((JsonArray) get("/api/v1/runs").json().get("runs")).hasSize(2);
  }

  @Test
  void aKeyThatComesAgainWithOtherDataIsAMistake() throws Exception {
    active(priceList("onReceived"));
    String[] key = {"Idempotency-Key", "k1", "User-Agent", "one"};
    String json = "application/json";
    assertThat(call("/hooks/prices/a?x=1", json, "{\"quantity\": 1}", key).status()).isEqualTo(200);
    restart();

    Reply other = call("/hooks/prices/a?x=1", json, "{\"quantity\": 2}", key);
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.json().get("detail").toString())
        .isEqualTo("this Idempotency-Key came with other data before: take a new one");
    assertThat(call("/hooks/prices/b?x=1", json, "{\"quantity\": 1}", key).status()).isEqualTo(409);
    assertThat(call("/hooks/prices/a", json, "{\"quantity\": 1}", key).status()).isEqualTo(409);
    assertThat(call("/hooks/prices/a?x=1", "text/plain", "{\"quantity\": 1}", key).status())
        .isEqualTo(409);
    key[3] = "two";
    assertThat(call("/hooks/prices/a?x=1", json, "{\"quantity\": 1}", key).status())
        .as("headers may differ from try to try")
        .isEqualTo(200);
    assertThat((JsonArray) get("/api/v1/runs").json().get("runs")).hasSize(1);
  }

  @Test
  void aBodyOfSeveralPartsIsTheSameWhateverStandsBetweenThem() throws Exception {
    active(priceList("onReceived"));
    assertThat(parts("one", "5")).isEqualTo(200);
    assertThat(parts("two", "5")).isEqualTo(200);
    assertThat(parts("three", "6")).isEqualTo(409);
    assertThat((JsonArray) get("/api/v1/runs").json().get("runs")).hasSize(1);
  }

  private int parts(String boundary, String file) throws Exception {
    String body =
        String.join(
            "\r\n",
            "--B",
            "Content-Disposition: form-data; name=\"quantity\"",
            "",
            "4",
            "--B",
            "Content-Disposition: form-data; name=\"f\"; filename=\"f.txt\"",
            "Content-Type: text/plain",
            "",
            "F",
            "--B--",
            "");
    return call(
            "/hooks/prices/a",
            "multipart/form-data; boundary=" + boundary,
            body.replace("--B", "--" + boundary).replace("F\r", file + "\r"),
            "Idempotency-Key",
            "parts")
        .status();
  }

  @Test
  void aCallThatIsSentAgainAfterARestartGetsTheAnswerOfItsRun() throws Exception {
    for (String respond : List.of("lastNode", "responseNode")) {
      active(priceList(respond));
      String body = "{\"quantity\": 4}";
      String key = "again-" + respond;
      Reply first = call("/hooks/prices/a", "application/json", body, "Idempotency-Key", key);
      Object runs = get("/api/v1/runs").json().get("runs");
      restart();

      Reply again = call("/hooks/prices/a", "application/json", body, "Idempotency-Key", key);

      assertThat(first.json().get("price")).as("%s", first.json()).isEqualTo(10L);
      assertThat(again.status()).isEqualTo(first.status());
      assertThat(again.json()).isEqualTo(first.json());
      assertThat(again.response().headers().firstValue("X-Price"))
          .isEqualTo(first.response().headers().firstValue("X-Price"));
      assertThat(get("/api/v1/runs").json().get("runs")).isEqualTo(runs);
    }
  }

  /** Without an answer a caller does not know whether to call again. */
  @Test
  void whoWaitsWhenTheServerStopsIsTold() throws Exception {
    active(
        priceList("lastNode")
            .node("wait", "flow.wait", "Wait")
            .parameter("wait", "amount", 30)
            .connect("answer -> wait"));
    HttpRequest request =
        request(null, "/hooks/prices/a")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"quantity\": 4}"))
            .build();
    CompletableFuture<HttpResponse<String>> caller =
        client.sendAsync(request, BodyHandlers.ofString());
    for (int i = 0;
        i < 200 && ((JsonArray) get("/api/v1/runs").json().get("runs")).isEmpty();
        i++) {
      Thread.sleep(10);
    }
    server.close();

    HttpResponse<String> told = caller.get(5, TimeUnit.SECONDS);
    assertThat(told.statusCode()).isEqualTo(503);
    assertThat(told.headers().firstValue("Retry-After")).contains("5");
    assertThat(told.body()).contains("the run goes on when it is there again");
    start();
    assertThat(ended(1).get("status")).isEqualTo("waiting");
  }

  @Test
  void itListensAgainAfterARestart() throws Exception {
    active(priceList("responseNode"));
    restart();

    assertThat(call("/hooks/prices/z", "application/json", "{\"quantity\": 1}").status())
        .isEqualTo(201);
  }

  private void secured(String kind, JsonObject values) throws Exception {
    Reply kept = put("/api/v1/credentials/caller", JsonObject.of("type", kind, "values", values));
    assertThat(kept.status()).as("%s", kept.json()).isIn(200, 201, 204);
    JsonObject file =
        Json.parseObject(
            Json.write(file(priceList("responseNode").parameter("hook", "authentication", kind))));
    JsonObject nodes = (JsonObject) file.get("nodes");
    JsonObject hook =
        ((JsonObject) nodes.get("hook")).with("credentials", JsonObject.of("caller", "caller"));
    JsonObject whole = file.with("nodes", nodes.with("hook", hook));
    assertThat(put("/api/v1/workflows/prices", whole).status()).isEqualTo(200);
    post("/api/v1/workflows/prices/live", JsonObject.empty());
    post("/api/v1/workflows/prices/activate", null);
  }

  @Test
  void onlyThoseMayCallWhoKnowTheSecret() throws Exception {
    String body = "{\"quantity\": 1}";
    String path = "/hooks/prices/a";
    secured("basicAuth", JsonObject.of("user", "ria", "password", "s3cret"));
    String basic =
        Base64.getEncoder().encodeToString("ria:s3cret".getBytes(StandardCharsets.UTF_8));
    assertThat(call(path, "application/json", body).status()).isEqualTo(401);
    assertThat(call(path, "application/json", body, "Authorization", "Basic " + basic).status())
        .isEqualTo(201);

    secured("headerAuth", JsonObject.of("name", "X-Key", "value", "k-123"));
    assertThat(call(path, "application/json", body, "X-Key", "k-124").status()).isEqualTo(401);
    assertThat(call(path, "application/json", body, "x-key", "k-123").status()).isEqualTo(201);

    secured("bearerAuth", JsonObject.of("token", "t-1"));
    assertThat(call(path, "application/json", body, "Authorization", "Bearer t-2").status())
        .isEqualTo(401);
    assertThat(call(path, "application/json", body, "Authorization", "Bearer t-1").status())
        .isEqualTo(201);
  }

  @Test
  void aSignatureHoldsForItsBodyOnceAndNotForLong() throws Exception {
    secured("hmacAuth", JsonObject.of("secret", "shh"));
    String body = "{\"quantity\": 1}";
    String now = String.valueOf(Instant.now().getEpochSecond());
    String old = String.valueOf(Instant.now().minusSeconds(400).getEpochSecond());
    String path = "/hooks/prices/a";

    assertThat(signed(path, body, now, sign(now, body))).isEqualTo(201);
    assertThat(signed(path, body, now, sign(now, body))).as("replayed").isEqualTo(401);
    assertThat(signed(path, body, old, sign(old, body))).as("too old").isEqualTo(401);
    assertThat(signed(path, body + " ", now, sign(now, body))).as("forged").isEqualTo(401);
    assertThat(call(path, "application/json", body).status()).as("unsigned").isEqualTo(401);
  }

  private int signed(String path, String body, String stamp, String signature) throws Exception {
    return call(path, "application/json", body, "X-Timestamp", stamp, "X-Signature", signature)
        .status();
  }

  private static String sign(String stamp, String body) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec("shh".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return HexFormat.of()
        .formatHex(mac.doFinal((stamp + "." + body).getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aRunGoesOnWhenAProgramCallsTheAddressOfItsWait() throws Exception {
    active(
        saying("begin", "={{ $execution.resumeUrl }}")
            .node("wait", "flow.wait", "Wait")
            .parameter("wait", "mode", "call")
            .connect("answer -> wait"));

    String address = call("/hooks/begin", "application/json", "{}").response().body();
    assertThat(address).startsWith("http://127.0.0.1:" + server.port() + "/resume/");
    String path = address.substring(address.indexOf("/resume/"));
    Reply first = awaitOpen(path);
    assertThat(first.status()).isEqualTo(200);
    assertThat(call(path, "application/json", "{}").status()).isEqualTo(410);
    assertThat(call(path.substring(0, path.length() - 1) + "0", "application/json", "{}").status())
        .isIn(404, 410);
  }

  /** The answer may be here before the run has come to its wait. */
  private Reply awaitOpen(String path) throws Exception {
    Reply reply = call(path, "application/json", "{\"ok\": true}");
    for (int i = 0; i < 100 && reply.status() == 404; i++) {
      Thread.sleep(20);
      reply = call(path, "application/json", "{\"ok\": true}");
    }
    return reply;
  }

  @Test
  void anAddressBelongsToOneWorkflowOnly() throws Exception {
    active(priceList("lastNode"));
    WorkflowBuilder other =
        WorkflowBuilder.workflow("Other")
            .id("other")
            .node("hook", "trigger.webhook", "Call")
            .parameter("hook", "path", "prices/:id")
            .parameter("hook", "methods", JsonArray.of("GET", "POST"));
    live(other);

    Reply refused = post("/api/v1/workflows/other/activate", null);

    assertThat(refused.status()).isEqualTo(409);
    assertThat(String.valueOf(refused.json().get("detail"))).contains("Price list");
    assertThat(List.of(get("/hooks/prices/a").status())).containsExactly(405);
  }
}
