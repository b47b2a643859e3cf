package io.concertmaster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.concertmaster.deploy.Trust;
import io.concertmaster.deploy.environment.Environment;
import io.concertmaster.deploy.environment.Environments;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code deploy --target n8n} and {@code import n8n --from}, against a server that holds one
 * workflow.
 */
final class N8nTargetTest {
  private static final Path SAMPLE =
      Path.of(
          System.getProperty("concertmaster.root", ".."),
          "docs",
          "examples",
          "order-approval.workflow.json");

  @TempDir Path folder;
  private final AtomicReference<JsonObject> there = new AtomicReference<>();
  private final List<String> keys = new ArrayList<>();
  private HttpServer http;
  private String address;
  private Path key;

  @BeforeEach
  void start() throws IOException {
    key = Files.writeString(folder.resolve("key"), "the-key-of-n8n\n");
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    address = "http://127.0.0.1:" + http.getAddress().getPort();
    http.createContext(
        "/api/v1/workflows",
        exchange -> {
          keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("X-N8N-API-KEY")));
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          if (!body.isEmpty()) {
            there.set(Json.parseObject(body).with("id", "w1").with("active", false));
          }
          boolean list =
              exchange.getRequestMethod().equals("GET")
                  && exchange.getRequestURI().getPath().endsWith("workflows");
          JsonArray all = there.get() == null ? JsonArray.empty() : JsonArray.of(there.get());
          byte[] bytes =
              Json.write(list ? JsonObject.of("data", all) : there.get())
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    http.start();
  }

  @AfterEach
  void stop() {
    http.stop(0);
  }

  @Test
  void an_environment_of_the_window_is_known_by_its_name_and_kind() throws Exception {
    Path home = folder.resolve("home");
    new Environments(home)
        .put(
            new Environment(
                "factory",
                URI.create(address),
                Environment.Kind.N8N,
                "default",
                new Trust.OfSystem(),
                Optional.of("the-key-of-the-window")),
            Optional.empty());

    Called ours = Called.with("deploy", SAMPLE, "--to", "factory", "--home", home, "--yes");
    assertThat(ours.exit()).isNotZero();
    assertThat(ours.err()).contains("“factory” is an n8n server", "--target n8n");
    assertThat(there.get()).isNull();

    Called called =
        Called.with(
            "deploy", SAMPLE, "--target", "n8n", "--to", "factory", "--home", home, "--yes");
    assertThat(called.exit()).as(called.err()).isZero();
    assertThat(keys).isNotEmpty().containsOnly("the-key-of-the-window");
    assertThat(there.get()).isNotNull();
  }

  private Called called(Object... arguments) {
    List<Object> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--token-file", key, "--home", folder.resolve("home")));
    return Called.with(all.toArray());
  }

  @Test
  void the_report_comes_first_and_what_goes_comes_back() {
    Called dry = called("deploy", SAMPLE, "--target", "n8n", "--to", address, "--dry-run");
    assertThat(dry.exit()).as(dry.err()).isZero();
    assertThat(dry.out()).contains("Left out", "“flow.task” has no counterpart", "new there");
    assertThat(dry.out()).contains("build the fields of order.form.json again there");
    assertThat(there.get()).isNull();

    Called gone = called("deploy", SAMPLE, "--target", "n8n", "--to", address);
    assertThat(gone.exit()).as(gone.err()).isZero();
    assertThat(gone.out()).contains(address + "/workflow/w1", "It is not active there.");
    assertThat(called("deploy", SAMPLE, "--target", "n8n", "--to", address).out())
        .contains("as it is there");

    assertThat(called("import", "n8n", "--from", address).out()).contains("w1", "Order approval");
    Path back = folder.resolve("back.workflow.json");
    Called came = called("import", "n8n", "--from", address, "--workflow", "w1", "-o", back);
    assertThat(came.exit()).as(came.err()).isZero();
    JsonArray changed = (JsonArray) Called.with("diff", SAMPLE, back, "--json").json().get("nodes");
    assertThat(changed)
        .extracting(each -> ((JsonObject) each).get("name"))
        .containsExactlyInAnyOrder(
            "Order form", "Total", "Over 10,000?", "Approve", "Insert order");
    assertThat(keys).containsOnly("the-key-of-n8n");
  }

  @Test
  void all_workflows_go_into_a_folder_and_overwrite_nothing_else() throws IOException {
    called("deploy", SAMPLE, "--target", "n8n", "--to", address);
    Path out = folder.resolve("out");
    for (int i = 0; i < 2; i++) {
      Called all = called("import", "n8n", "--from", address, "--workflow", "all", "-o", out);
      assertThat(all.exit()).as(all.err()).isZero();
    }
    Path file = out.resolve("order-approval.workflow.json");
    assertThat(file).exists();
    Files.copy(SAMPLE, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    Called refused = called("import", "n8n", "--from", address, "--workflow", "all", "-o", out);
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.err()).contains("is another workflow");
    assertThat(file).hasSameTextualContentAs(SAMPLE);
  }

  @Test
  void what_n8n_cannot_do_is_told_before_anything_is_sent() {
    Called smoke =
        called("deploy", SAMPLE, "--target", "n8n", "--to", address, "--smoke", "x.json");
    assertThat(smoke.exit()).isEqualTo(2);
    assertThat(smoke.err()).contains("--smoke");
    assertThat(called("deploy", SAMPLE, "--to", address, "--new").err()).contains("--target n8n");
    Path form = SAMPLE.resolveSibling("order.form.json");
    assertThat(called("deploy", form, "--target", "n8n", "--to", address).err())
        .contains("name workflows only");
    assertThat(called("import", "n8n", "--from", address, "--workflow", "w1").err())
        .contains("-o go together");
    assertThat(Called.with("import", "n8n").err()).contains("--from");
    assertThat(keys).isEmpty();
  }

  @Test
  void the_token_of_a_server_of_ours_does_not_go_to_n8n() throws IOException {
    Path home = Files.createDirectories(folder.resolve("mine"));
    Files.writeString(home.resolve("server.token"), "cm_0123456789abcdef\n");
    Called.with("deploy", SAMPLE, "--target", "n8n", "--to", address, "--dry-run", "--home", home);
    assertThat(keys).isNotEmpty().doesNotContain("cm_0123456789abcdef");
  }
}
