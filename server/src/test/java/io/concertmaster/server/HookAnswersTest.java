package io.concertmaster.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Webhooks that answer with files, and that are called with signed tokens. */
class HookAnswersTest extends ServerFixture {
  private static final String SECRET = "between-us-two";

  private static WorkflowBuilder keeping(String respond) {
    return WorkflowBuilder.workflow("Keeps")
        .id("keeps")
        .node("hook", "trigger.webhook", "Call")
        .parameter("hook", "path", "keeps")
        .parameter("hook", "methods", JsonArray.of("POST"))
        .parameter("hook", "rawBody", true)
        .parameter("hook", "respond", respond);
  }

  private void active(WorkflowBuilder workflow) throws Exception {
    live(workflow);
    assertThat(post("/api/v1/workflows/keeps/activate", null).status()).isEqualTo(200);
  }

  private HttpResponse<byte[]> called(byte[] body) throws Exception {
    return client.send(
        request(null, "/hooks/keeps")
            .header("Content-Type", "application/pdf")
            .POST(BodyPublishers.ofByteArray(body))
            .build(),
        BodyHandlers.ofByteArray());
  }

  private static byte[] bytes() {
    byte[] bytes = new byte[3_000_001]; // more than one part of the store
    new Random(7).nextBytes(bytes);
    return bytes;
  }

  @Test
  void aNodeAnswersWithAFile() throws Exception {
    active(
        keeping("responseNode")
            .node("answer", "http.respond", "Answer")
            .parameter("answer", "with", "binary")
            .parameter("answer", "status", 201)
            .connect("hook -> answer"));
    byte[] sent = bytes();
    HttpResponse<byte[]> answer = called(sent);
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.body()).isEqualTo(sent);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
    assertThat(answer.headers().firstValue("Content-Length")).contains("3000001");
    assertThat(answer.headers().firstValue("Content-Disposition").orElse("")).startsWith("inline");
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("sandbox");
  }

  @Test
  void theLastNodesFileIsTheAnswerAndWhatIsNotThereIsSaid() throws Exception {
    active(
        keeping("lastNode")
            .parameter("hook", "data", "firstEntryBinary")
            .node("last", "flow.noOp", "Last")
            .connect("hook -> last"));
    byte[] sent = bytes();
    assertThat(called(sent).body()).isEqualTo(sent);
    active(
        keeping("responseNode")
            .node("answer", "http.respond", "Answer")
            .parameter("answer", "with", "binary")
            .parameter("answer", "fileField", "bill")
            .connect("hook -> answer"));
    HttpResponse<byte[]> none = called(new byte[] {1});
    assertThat(none.statusCode()).isEqualTo(500);
    assertThat(new String(none.body(), StandardCharsets.UTF_8)).contains("no file “bill”", "data");
  }

  @Test
  void choicesThatDoNothingAreRefused() throws Exception {
    put("/api/v1/workflows/keeps", file(keeping("streaming")));
    Reply refused = post("/api/v1/workflows/keeps/live", JsonObject.empty());
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.response().body()).contains("streaming");
  }

  private void secured(JsonObject values) throws Exception {
    put("/api/v1/credentials/caller", JsonObject.of("type", "httpToken", "values", values));
    JsonObject file =
        file(
            keeping("lastNode")
                .parameter("hook", "authentication", "jwtAuth")
                .node("last", "flow.noOp", "Last")
                .connect("hook -> last"));
    JsonObject nodes = (JsonObject) file.get("nodes");
    JsonObject hook =
        ((JsonObject) nodes.get("hook")).with("credentials", JsonObject.of("caller", "caller"));
    put("/api/v1/workflows/keeps", file.with("nodes", nodes.with("hook", hook)));
    post("/api/v1/workflows/keeps/live", JsonObject.empty());
    assertThat(post("/api/v1/workflows/keeps/activate", null).status()).isEqualTo(200);
  }

  private int status(String token) throws Exception {
    return client
        .send(
            request(null, "/hooks/keeps")
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofString("{}"))
                .build(),
            BodyHandlers.ofString())
        .statusCode();
  }

  private static String part(JsonObject object) {
    return encoded(Json.write(object).getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String bySecret(String algorithm, JsonObject claims, byte[] secret)
      throws Exception {
    return bySecret(algorithm, part(claims), secret);
  }

  private static String bySecret(String algorithm, String claims, byte[] secret) throws Exception {
    String signed = part(JsonObject.of("alg", algorithm, "typ", "JWT")) + "." + claims;
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret, "HmacSHA256"));
    return signed + "." + encoded(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void tokensAreSignedWithTheSecretAndHoldForTheirTime() throws Exception {
    secured(JsonObject.of("secret", SECRET));
    byte[] secret = SECRET.getBytes(StandardCharsets.UTF_8);
    long now = Instant.now().getEpochSecond();
    JsonObject mine = JsonObject.of("sub", "ria");
    assertThat(status(bySecret("HS256", mine.with("exp", now + 100), secret))).isEqualTo(200);
    assertThat(status(bySecret("HS256", mine, secret))).isEqualTo(200);
    assertThat(status(bySecret("HS256", mine.with("exp", now - 1), secret))).isEqualTo(401);
    assertThat(status(bySecret("HS256", mine.with("nbf", now + 900), secret))).isEqualTo(401);
    assertThat(status(bySecret("HS256", mine.with("exp", "never"), secret))).isEqualTo(401);
    assertThat(status(bySecret("HS256", mine, new byte[] {1}))).isEqualTo(401);
    assertThat(status(bySecret("none", mine, secret))).isEqualTo(401);
    assertThat(status(part(JsonObject.of("alg", "none")) + "." + part(mine) + ".")).isEqualTo(401);
    assertThat(status("no.token.here")).isEqualTo(401);
    assertThat(status(bySecret("HS256", encoded(new byte[] {'[', ']'}), secret)))
        .as("claims are an object")
        .isEqualTo(401);
  }

  @Test
  void tokensAreSignedWithThePrivateHalfOfAKey() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair keys = generator.generateKeyPair();
    String pem =
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(keys.getPublic().getEncoded())
            + "\n-----END PUBLIC KEY-----\n";
    secured(JsonObject.of("publicKey", pem));
    JsonObject mine = JsonObject.of("sub", "ria");
    String signed = part(JsonObject.of("alg", "RS256")) + "." + part(mine);
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(keys.getPrivate());
    signature.update(signed.getBytes(StandardCharsets.UTF_8));
    assertThat(status(signed + "." + encoded(signature.sign()))).isEqualTo(200);
    byte[] asSecret = pem.strip().getBytes(StandardCharsets.UTF_8);
    assertThat(status(bySecret("HS256", mine, asSecret))).as("the key is no secret").isEqualTo(401);
  }
}
