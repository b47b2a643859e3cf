package io.concertmaster.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is made of the bodies with which programs call. */
class HookBodiesTest extends ServerFixture {
  private static final String CALLS = "/hooks/calls";
  private static final String FORM = "application/x-www-form-urlencoded";

  @BeforeEach
  void takesCalls() throws Exception {
    active("calls", false);
  }

  private void active(String path, boolean raw) throws Exception {
    live(
        WorkflowBuilder.workflow("Takes calls")
            .id(path)
            .node("hook", "trigger.webhook", "Call")
            .parameter("hook", "path", path)
            .parameter("hook", "methods", JsonArray.of("POST"))
            .parameter("hook", "respond", "lastNode")
            .parameter("hook", "rawBody", raw)
            .node("set", "data.editFields", "Keep")
            .parameter("set", "keep", "all")
            .connect("hook -> set"));
    assertThat(post("/api/v1/workflows/" + path + "/activate", null).status()).isEqualTo(200);
  }

  private Reply called(String path, byte[] body, String... headers) throws Exception {
    HttpRequest.Builder request = request(null, path).POST(BodyPublishers.ofByteArray(body));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return send(request.build());
  }

  private Reply called(String type, String body) throws Exception {
    return called(CALLS, body.getBytes(StandardCharsets.UTF_8), "Content-Type", type);
  }

  private Object body(Reply reply) {
    assertThat(reply.status()).as("%s", reply.json()).isEqualTo(200);
    return reply.json().get("body");
  }

  @Test
  void aFieldThatCameSeveralTimesIsAList() throws Exception {
    assertThat(body(called(FORM, "a=1&b=x+y&a=2&&=z&c&d=%C3%BC%26&a=")))
        .isEqualTo(
            JsonObject.of("a", JsonArray.of("1", "2", ""), "b", "x y")
                .with("c", "")
                .with("d", "ü&"));
  }

  /** A value that was mended would be another one than the one that was sent. */
  @Test
  void whatIsNotInItsCharsetIsRefused() throws Exception {
    for (String garbled : new String[] {"a=%FC", "a=%C3", "a=%", "a=%z1", "%C0%AF=1"}) {
      Reply reply = called(FORM, garbled);
      assertThat(reply.status()).as(garbled).isEqualTo(400);
    }
    assertThat(called(FORM + "; charset=none-such", "a=1").status()).isEqualTo(415);
    assertThat(called("text/plain; charset=a%b", "a").status()).isEqualTo(415);
  }

  @Test
  void aTextAndAFormMayBeInTheCharsetThatTheyName() throws Exception {
    assertThat(body(called(FORM + ";charset=ISO-8859-1", "a=%FC")))
        .isEqualTo(JsonObject.of("a", "ü"));
    assertThat(
            body(
                called(
                    CALLS,
                    "grün".getBytes(StandardCharsets.ISO_8859_1),
                    "Content-Type",
                    "text/plain; Charset=\"iso-8859-1\"")))
        .isEqualTo("grün");
  }

  /** Everybody may send that: three hundred thousand bytes once took most of a minute. */
  @Test
  void manyFieldsTakeNoLongerThanTheirSize() throws Exception {
    String names =
        IntStream.range(0, 90_000).mapToObj(i -> "k" + i + "=").collect(Collectors.joining("&"));
    long begin = System.nanoTime();

    assertThat((JsonObject) body(called(FORM, names))).hasSize(90_000);
    assertThat(((JsonArray) ((JsonObject) body(called(FORM, "a=&".repeat(90_000)))).get("a")))
        .hasSize(90_000);
    assertThat(called(FORM, "a=&".repeat(100_001)).status()).isEqualTo(413);
    live(
        WorkflowBuilder.workflow("Asks")
            .id("asks")
            .node("form", "trigger.form", "Form")
            .parameter("form", "path", "asks")
            .parameter("form", "fields", JsonArray.of(JsonObject.of("name", "a", "label", "A"))));
    assertThat(post("/api/v1/workflows/asks/activate", null).status()).isEqualTo(200);
    byte[] same = "a=&".repeat(90_000).getBytes(StandardCharsets.UTF_8);
    assertThat(called("/forms/asks", same, "Content-Type", FORM).status()).isEqualTo(409);
    byte[] other = names.getBytes(StandardCharsets.UTF_8);
    assertThat(called("/forms/asks", other, "Content-Type", FORM).status()).isEqualTo(413);

    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void aBodyThatIsPackedIsRefusedOrKeptAsItCame() throws Exception {
    byte[] bytes = "{\"a\": 1}".getBytes(StandardCharsets.UTF_8);
    String json = "application/json";

    Reply packed = called(CALLS, bytes, "Content-Type", json, "Content-Encoding", "gzip");
    assertThat(packed.status()).isEqualTo(415);
    assertThat(packed.json().get("type"))
        .isEqualTo("urn:concertmaster:problem:unsupported-media-type");
    assertThat(body(called(CALLS, bytes, "Content-Type", json, "Content-Encoding", "identity")))
        .isEqualTo(JsonObject.of("a", 1));

    active("raw", true);
    Reply kept =
        called(
            "/hooks/raw", new byte[] {31, -117}, "Content-Type", json, "Content-Encoding", "gzip");
    assertThat(body(kept)).isEqualTo(JsonObject.empty());
  }

  @Test
  void aCallThatNamesTwoTypesOrTwoKeysIsRefused() throws Exception {
    byte[] bytes = "{\"a\": 1}".getBytes(StandardCharsets.UTF_8);
    Reply types =
        called(
            CALLS,
            bytes,
            "Content-Type",
            "application/json",
            "Content-Type",
            "multipart/form-data; boundary=x");
    assertThat(types.status()).isEqualTo(400);
    assertThat(types.json().get("detail")).isEqualTo("the header Content-Type stands there twice");
    assertThat(called(CALLS, bytes, "Idempotency-Key", "a", "Idempotency-Key", "b").status())
        .isEqualTo(400);
  }
}
