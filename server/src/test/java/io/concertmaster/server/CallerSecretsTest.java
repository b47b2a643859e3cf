package io.concertmaster.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/**
 * The secrets with which programs call webhooks: judged before a body is read, and nowhere in what
 * is kept of the call.
 */
class CallerSecretsTest extends ServerFixture {
  private static final String SECRET = "canary-4f1d0c77aa";
  private static final String BODY = "{\"quantity\": 1}";

  private void secured(String kind, JsonObject values) throws Exception {
    secured(kind, values, "lastNode");
  }

  private void secured(String kind, JsonObject values, String respond) throws Exception {
    assertThat(
            put("/api/v1/credentials/caller", JsonObject.of("type", kind, "values", values))
                .status())
        .isIn(200, 201, 204);
    JsonObject file =
        file(
            WorkflowBuilder.workflow("Takes calls")
                .id("calls")
                .node("hook", "trigger.webhook", "Call")
                .parameter("hook", "path", "calls")
                .parameter("hook", "methods", JsonArray.of("POST"))
                .parameter("hook", "authentication", kind)
                .parameter("hook", "respond", respond)
                .node("set", "data.editFields", "Keep")
                .parameter("set", "keep", "all")
                .connect("hook -> set"));
    JsonObject nodes = (JsonObject) file.get("nodes");
    JsonObject hook =
        ((JsonObject) nodes.get("hook")).with("credentials", JsonObject.of("caller", "caller"));
    assertThat(
            put("/api/v1/workflows/calls", file.with("nodes", nodes.with("hook", hook))).status())
        .isEqualTo(200);
    post("/api/v1/workflows/calls/live", JsonObject.empty());
    assertThat(post("/api/v1/workflows/calls/activate", null).status()).isEqualTo(200);
  }

  private Reply called(String... headers) throws Exception {
    HttpRequest.Builder request =
        request(null, "/hooks/calls")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(BODY));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return send(request.build());
  }

  /** What the API tells of the newest run: how it stands, and the items of both nodes. */
  private String told() throws Exception {
    JsonArray runs = (JsonArray) get("/api/v1/runs").json().get("runs");
    String run = "/api/v1/runs/" + ((JsonObject) runs.get(0)).get("run");
    return get(run).response().body()
        + get(run + "/nodes/hook/items").response().body()
        + get(run + "/nodes/set/items").response().body();
  }

  private void nothingIsTold(Reply reply, String... secrets) throws Exception {
    assertThat(reply.status()).isEqualTo(200);
    String told = told();
    assertThat(told).contains("quantity").contains("(not kept)");
    assertThat(told + reply.response().body()).doesNotContain(secrets);
  }

  @Test
  void theHeaderThatCarriesASecretIsNotKept() throws Exception {
    secured("headerAuth", JsonObject.of("name", "X-Key", "value", SECRET));

    nothingIsTold(called("x-KEY", SECRET, "X-Forwarded-Key", "key=" + SECRET), SECRET);
  }

  @Test
  void passwordsTokensAndSignaturesAreNotKept() throws Exception {
    secured("basicAuth", JsonObject.of("user", "ria", "password", SECRET));
    String pair =
        Base64.getEncoder().encodeToString(("ria:" + SECRET).getBytes(StandardCharsets.UTF_8));
    nothingIsTold(called("Authorization", "Basic " + pair), SECRET, pair);

    secured("bearerAuth", JsonObject.of("token", SECRET));
    nothingIsTold(
        called("Authorization", "Bearer " + SECRET, "Proxy-Authorization", "Basic " + pair),
        SECRET,
        pair);

    secured("hmacAuth", JsonObject.of("secret", SECRET, "header", "X-Hub"));
    String now = String.valueOf(Instant.now().getEpochSecond());
    String signature = sign(now);
    nothingIsTold(called("X-Timestamp", now, "X-Hub", "sha256=" + signature), SECRET, signature);
  }

  private static String sign(String stamp) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return HexFormat.of()
        .formatHex(mac.doFinal((stamp + "." + BODY).getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aSignatureFitsOnceAlsoWhenTheServerHasForgottenIt() throws Exception {
    secured("hmacAuth", JsonObject.of("secret", SECRET), "onReceived");
    String now = String.valueOf(Instant.now().getEpochSecond());
    assertThat(called("X-Timestamp", now, "X-Signature", sign(now)).status()).isEqualTo(200);
    restart();

    called("X-Timestamp", now, "X-Signature", sign(now));

    assertThat((JsonArray) get("/api/v1/runs").json().get("runs")).hasSize(1);
  }

  /** The key of a call is not signed: with another one it would be a run more. */
  @Test
  void aSignatureIsForTheRunOfOneKeyAlsoWhenTheServerHasForgottenIt() throws Exception {
    secured("hmacAuth", JsonObject.of("secret", SECRET), "onReceived");
    String now = String.valueOf(Instant.now().getEpochSecond());
    String signature = sign(now);
    String[] first = {"X-Timestamp", now, "X-Signature", signature, "Idempotency-Key", "one"};
    assertThat(called(first).status()).isEqualTo(200);
    restart();

    first[5] = "two";
    assertThat(called(first).status()).isEqualTo(401);
    restart();
    assertThat(called("X-Timestamp", now, "X-Signature", signature).status()).isEqualTo(401);
    restart();
    first[5] = "one";
    assertThat(called(first).status()).as("its own run again").isEqualTo(200);
    assertThat((JsonArray) get("/api/v1/runs").json().get("runs")).hasSize(1);
  }

  /** RFC 9110, 11.1: the name of how a caller signs in may be written in any case. */
  @Test
  void capitalsMakeNoDifferenceInHowACallerSignsIn() throws Exception {
    secured("basicAuth", JsonObject.of("user", "ria", "password", SECRET));
    String pair =
        Base64.getEncoder().encodeToString(("ria:" + SECRET).getBytes(StandardCharsets.UTF_8));
    nothingIsTold(called("Authorization", "basic " + pair), SECRET, pair);
    assertThat(called("Authorization", "basic" + pair).status()).isEqualTo(401);
    assertThat(called("Authorization", "Bearer " + pair).status()).isEqualTo(401);

    secured("bearerAuth", JsonObject.of("token", SECRET));
    nothingIsTold(called("Authorization", "BEARER " + SECRET), SECRET);
    for (String wrong : new String[] {SECRET, "Bearer", "Bearer x" + SECRET, "Basic " + SECRET}) {
      Reply refused = called("Authorization", wrong);
      assertThat(refused.status()).as(wrong).isEqualTo(401);
      assertThat(refused.response().headers().firstValue("WWW-Authenticate"))
          .contains("Bearer realm=\"webhook\"");
    }
  }

  private RawSocket.Answer answered(String path, String headers, String body) throws IOException {
    try (RawSocket socket = new RawSocket(server.port())) {
      socket.write("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n" + body);
      return socket.answer();
    }
  }

  @Test
  void nobodyWithoutTheSecretMakesTheServerReadABody() throws Exception {
    String large = "Content-Type: application/json\r\nContent-Length: 15000000\r\n";
    secured("headerAuth", JsonObject.of("name", "X-Key", "value", SECRET));
    RawSocket.Answer wrong = answered("/hooks/calls", large + "X-Key: no\r\n", "");
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.headers()).containsEntry("connection", "close");

    secured("hmacAuth", JsonObject.of("secret", SECRET));
    String old = String.valueOf(Instant.now().minusSeconds(400).getEpochSecond());
    String now = String.valueOf(Instant.now().getEpochSecond());
    String signature = "X-Signature: " + "a".repeat(64) + "\r\n";
    for (String signed :
        new String[] {
          "", "X-Timestamp: " + old + "\r\n" + signature, "X-Timestamp: " + now + "\r\n",
        }) {
      assertThat(answered("/hooks/calls", large + signed, "").status()).as(signed).isEqualTo(401);
    }
    assertThat(answered("/resume/1." + "a".repeat(32), large, "").status()).isEqualTo(404);
    assertThat(answered("/hooks/none", large, "").status()).isEqualTo(404);
  }

  @Test
  void theConnectionGoesOnBehindASmallBodyThatNobodyRead() throws Exception {
    secured("bearerAuth", JsonObject.of("token", SECRET));
    try (RawSocket socket = new RawSocket(server.port())) {
      for (int i = 0; i < 5; i++) {
        socket.write(
            "POST /hooks/calls HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n");
        Thread.sleep(20); // the body comes a moment later, as clients send it
        socket.write("x".repeat(1_000));
        RawSocket.Answer answer = socket.answer();
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.headers()).doesNotContainKey("connection");
        assertThat(Json.parseObject(answer.body()).get("status")).isEqualTo(401L);
      }
    }
  }

  @Test
  void apiRoutesAnnounceTheEndOfAConnectionToo() throws Exception {
    RawSocket.Answer unknown =
        answered(
            "/api/v1/runs", "Content-Type: application/json\r\nContent-Length: 5000000\r\n", "");

    assertThat(unknown.status()).isEqualTo(401);
    assertThat(unknown.headers()).containsEntry("connection", "close");
  }
}
