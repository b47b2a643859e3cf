package io.concertmaster.nodes.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.Effect;
import io.concertmaster.node.data.BinaryData;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.data.Paired;
import io.concertmaster.node.testkit.DescriptorRules;
import io.concertmaster.node.testkit.NodeRun;
import io.concertmaster.node.testkit.Outcome;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpRequestNodeTest {
  private Loopback server;

  @BeforeEach
  void start() throws Exception {
    server = new Loopback();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void the_descriptor_is_complete() {
    assertThat(DescriptorRules.complaints(new HttpRequestNode())).isEmpty();
  }

  @Test
  void methods_say_what_a_crash_means() {
    assertThat(effect(JsonObject.empty())).isEqualTo(Effect.READS);
    assertThat(effect(JsonObject.of("method", "PUT"))).isEqualTo(Effect.IDEMPOTENT);
    assertThat(effect(JsonObject.of("method", "POST"))).isEqualTo(Effect.UNSAFE);
    assertThat(effect(JsonObject.of("method", "={{ $json.m }}"))).isEqualTo(Effect.UNSAFE);
    assertThat(effect(JsonObject.of("method", "PATCH", "sendKey", true)))
        .isEqualTo(Effect.IDEMPOTENT);
    assertThat(effect(JsonObject.of("method", "={{ $json.m }}", "sendKey", true)))
        .isEqualTo(Effect.IDEMPOTENT);
  }

  @Test
  void the_caption_names_method_and_host() {
    assertThat(caption(JsonObject.of("url", "https://api.example.org/x?key=1")))
        .isEqualTo("GET api.example.org");
    assertThat(caption(JsonObject.of("method", "POST", "url", "={{ $json.base }}/x")))
        .isEqualTo("POST");
  }

  @Test
  void a_json_object_becomes_an_item_and_a_list_several() throws Exception {
    server.answer("/one", 200, "application/json; charset=utf-8", "{\"a\":\"ü\"}");
    server.answer("/list", 200, "application/problem+json", "[{\"a\":1},2]");

    assertThat(get("/one").run().records()).containsExactly(JsonObject.of("a", "ü"));
    Outcome list = get("/list").run();
    assertThat(list.records()).containsExactly(JsonObject.of("a", 1L), JsonObject.of("data", 2L));
    assertThat(list.items().get(1).paired()).containsExactly(new Paired(0, 0));
    assertThat(get("/list").with("split", false).run().records())
        .containsExactly(JsonObject.of("data", JsonArray.of(JsonObject.of("a", 1), 2)));
  }

  @Test
  void text_is_read_in_the_encoding_that_the_server_names() throws Exception {
    server.on(
        "/text",
        exchange ->
            Loopback.send(
                exchange,
                200,
                "text/plain; charset=ISO-8859-1",
                "Köln".getBytes(StandardCharsets.ISO_8859_1)));

    assertThat(get("/text").run().records()).containsExactly(JsonObject.of("data", "Köln"));
  }

  @Test
  void an_empty_answer_is_an_empty_item() throws Exception {
    server.answer("/none", 204, "", "");

    assertThat(get("/none").run().records()).containsExactly(JsonObject.empty());
    assertThat(get("/none").with("method", "HEAD").run().records())
        .containsExactly(JsonObject.empty());
  }

  @Test
  void a_large_file_goes_to_the_store_under_the_name_that_the_server_gives() throws Exception {
    byte[] bytes = new byte[20 << 20];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i * 7);
    }
    server.on(
        "/file",
        exchange -> {
          exchange
              .getResponseHeaders()
              .set("Content-Disposition", "attachment; filename=\"../../etc/a b.bin\"");
          Loopback.send(exchange, 200, "application/octet-stream", bytes);
        });

    Outcome outcome = get("/file").run();

    assertThat(outcome.records())
        .containsExactly(
            JsonObject.of("fileName", "a b.bin", "mimeType", "application/octet-stream")
                .with("size", bytes.length));
    assertThat(outcome.bytes(outcome.items().getFirst().binary().get("data"))).isEqualTo(bytes);
    assertThat(get("/file").with("largest", 19).stopAtReject().run().error().getMessage())
        .endsWith("answered more than 19 MB: raise “Largest answer in MB” if that is right");
  }

  @Test
  void a_packed_answer_is_unpacked_up_to_the_limit() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(" ".repeat(3 << 20).getBytes(StandardCharsets.UTF_8));
      gzip.write("{\"a\":1}".getBytes(StandardCharsets.UTF_8));
    }
    server.on(
        "/gzip",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Encoding", "gzip");
          Loopback.send(exchange, 200, "application/json", packed.toByteArray());
        });

    assertThat(get("/gzip").run().records()).containsExactly(JsonObject.of("a", 1L));
    assertThat(get("/gzip").with("largest", 2).run().rejected()).hasSize(1);
  }

  @Test
  void status_and_headers_come_along_when_wanted() throws Exception {
    server.on(
        "/full",
        exchange -> {
          exchange.getResponseHeaders().set("X-Total", "5");
          Loopback.send(exchange, 404, "application/json", "{\"a\":1}");
        });

    JsonObject record =
        get("/full").with("full", true).with("neverError", true).run().records().getFirst();

    assertThat(record)
        .containsEntry("statusCode", 404L)
        .containsEntry("body", JsonObject.of("a", 1));
    assertThat((JsonObject) record.get("headers")).containsEntry("x-total", "5");
  }

  @Test
  void query_headers_and_methods_go_out_as_set() throws Exception {
    server.answer("/q", 200, "application/json", "{}");

    get("/q?a=1")
        .with("query", List.of(Map.of("name", "näme", "value", "x y&z"), Map.of("name", "")))
        .with("headers", List.of(Map.of("name", "X-One", "value", "1")))
        .with("method", "OPTIONS")
        .run()
        .items();

    assertThat(server.request().method()).isEqualTo("OPTIONS");
    assertThat(server.request().target()).isEqualTo("/q?a=1&n%C3%A4me=x%20y%26z");
    assertThat(server.request().header("X-One")).isEqualTo("1");
    assertThat(server.request().header("User-Agent")).isEqualTo("ConcertMaster");
  }

  @Test
  void spaces_and_umlauts_in_a_url_are_escaped() throws Exception {
    server.answer("/", 200, "application/json", "{}");

    get("/a b/ü?x={1}#part").run().items();

    assertThat(server.request().target()).isEqualTo("/a%20b/%C3%BC?x=%7B1%7D");
  }

  @Test
  void passwords_and_tokens_go_into_the_authorization_header() throws Exception {
    server.answer("/a", 200, "application/json", "{}");

    get("/a")
        .with("authentication", "basic")
        .with("user", "ann")
        .with("password", "pÄss")
        .run()
        .items();
    assertThat(server.request().header("Authorization")).isEqualTo("Basic YW5uOnDDhHNz");
    get("/a").with("authentication", "bearer").with("token", "t0ken").run().items();
    assertThat(server.request().header("Authorization")).isEqualTo("Bearer t0ken");
  }

  @Test
  void items_are_sent_in_order_and_a_failing_one_is_put_aside() throws Exception {
    server.answer("/1", 200, "application/json", "{\"n\":1}");
    server.answer("/2", 500, "text/plain", "boom");
    server.answer("/3", 200, "application/json", "{\"n\":3}");

    Outcome outcome =
        NodeRun.of(new HttpRequestNode())
            .withPerItem("url", item -> server.url("/" + item.json().get("id")))
            .input(Item.of("id", 1), Item.of("id", 2), Item.of("id", 3))
            .run();

    assertThat(outcome.records()).containsExactly(JsonObject.of("n", 1L), JsonObject.of("n", 3L));
    assertThat(outcome.rejected())
        .singleElement()
        .satisfies(rejected -> {
          assertThat(rejected.position()).isEqualTo(1);
          assertThat(rejected.error())
              .hasMessage("GET " + server.url("/2") + " answered 500: boom");
        });
  }

  @Test
  void bodies_of_every_kind_arrive() throws Exception {
    server.answer("/b", 200, "application/json", "{}");

    post().with("body", "json").with("json", "{ \"a\": [1] }").run().items();
    assertThat(server.request().text()).isEqualTo("{\"a\":[1]}");
    assertThat(server.request().header("Content-Type")).isEqualTo("application/json");

    post().with("body", "json").with("json", JsonObject.of("b", 2)).run().items();
    assertThat(server.request().text()).isEqualTo("{\"b\":2}");

    post()
        .with("body", "form")
        .with("form", List.of(Map.of("name", "a", "value", "1 2"), Map.of("name", "b")))
        .run()
        .items();
    assertThat(server.request().text()).isEqualTo("a=1%202&b=");
    assertThat(server.request().header("Content-Type"))
        .isEqualTo("application/x-www-form-urlencoded");

    post().with("body", "text").with("text", "hällo").run().items();
    assertThat(server.request().text()).isEqualTo("hällo");
    assertThat(server.request().header("Content-Type")).isEqualTo("text/plain; charset=utf-8");

    post().with("method", "PUT").run().items();
    assertThat(server.request().text()).isEmpty();
  }

  @Test
  void files_are_sent_as_they_are_and_in_multipart_forms() throws Exception {
    server.answer("/b", 200, "application/json", "{}");
    NodeRun run = post().with("body", "file");
    BinaryData file = run.file("a.csv", "text/csv", "x,y\n".getBytes(StandardCharsets.UTF_8));
    Item item = Item.of("n", 1).withBinary(Map.of("data", file));

    run.input(item).run().items();
    assertThat(server.request().text()).isEqualTo("x,y\n");
    assertThat(server.request().header("Content-Type")).isEqualTo("text/csv");
    assertThat(server.request().header("Content-Length")).isEqualTo("4");

    run.with("body", "multipart")
        .with(
            "parts",
            List.of(
                Map.of("name", "note", "value", "hello"), Map.of("name", "upload", "kind", "file")))
        .run()
        .items();
    String type = server.request().header("Content-Type");
    String boundary = type.substring(type.indexOf("boundary=") + 9);
    assertThat(server.request().text())
        .isEqualTo(
            "--B\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nhello\r\n"
                    .replace("B", boundary)
                + "--"
                + boundary
                + "\r\nContent-Disposition: form-data; name=\"upload\"; filename=\"a.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\nx,y\n\r\n--"
                + boundary
                + "--\r\n");
  }

  @Test
  void an_idempotency_key_is_the_same_for_each_try_and_differs_between_items() throws Exception {
    server.answer("/b", 200, "application/json", "{}");
    NodeRun run = post().with("sendKey", true).input(Item.of("n", 1), Item.of("n", 2));

    run.run().items();
    run.run().items();

    assertThat(server.requests())
        .extracting(request -> request.header("Idempotency-Key"))
        .containsExactly("test-0/0", "test-0/1", "test-0/0", "test-0/1");
  }

  @Test
  void the_key_goes_with_each_method_that_may_not_be_repeated_without() throws Exception {
    server.answer("/b", 200, "application/json", "{}");
    for (String method : List.of("LOCK", "POST", "PUT", "GET")) {
      get("/b").withPerItem("method", item -> method).with("sendKey", true).run();
    }
    assertThat(server.requests())
        .extracting(request -> request.header("Idempotency-Key"))
        .containsExactly("test-0/0", "test-0/0", "", "");
  }

  @Test
  void after_a_crash_the_items_that_are_done_are_not_asked_for_again() throws Exception {
    server.answer("/b", 200, "application/json", "{}");
    post()
        .with("sendKey", true)
        .input(Item.of("n", 1), Item.of("n", 2), Item.of("n", 3))
        .startPosition(2)
        .run()
        .items();

    assertThat(server.requests())
        .extracting(request -> request.header("Idempotency-Key"))
        .containsExactly("test-0/2");
  }

  @Test
  void a_header_that_the_settings_give_is_the_key() throws Exception {
    server.answer("/b", 200, "application/json", "{}");
    post()
        .with("sendKey", true)
        .with("headers", List.of(JsonObject.of("name", "idempotency-key", "value", "order-7")))
        .run()
        .items();

    assertThat(server.requests().getFirst().header("Idempotency-Key")).isEqualTo("order-7");
  }

  private NodeRun post() {
    return get("/b").with("method", "POST");
  }

  private NodeRun get(String path) {
    return NodeRun.of(new HttpRequestNode()).with("url", server.url(path)).input(Item.of("n", 1));
  }

  private static Effect effect(JsonObject parameters) {
    return new HttpRequestNode().effect(parameters);
  }

  private static String caption(JsonObject parameters) {
    return new HttpRequestNode().caption(parameters);
  }
}
