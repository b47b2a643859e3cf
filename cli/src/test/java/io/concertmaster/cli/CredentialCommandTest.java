package io.concertmaster.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.model.io.WorkflowFiles;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Credentials of the home, and a run that signs in with one. */
final class CredentialCommandTest {
  private static final String SECRET = "Kanarienvogel-7f3a9c";

  @TempDir Path folder;
  private Path home;
  private HttpServer server;
  private final List<String> asked = new CopyOnWriteArrayList<>();

  @BeforeEach
  void serve() throws Exception {
    home = folder.resolve("home");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String brought = exchange.getRequestHeaders().getFirst("Authorization");
          asked.add(String.valueOf(brought));
          boolean in = ("Bearer " + SECRET).equals(brought);
          byte[] body = (in ? "{\"in\":true}" : "who is " + brought + "?").getBytes(UTF_8);
          exchange.sendResponseHeaders(in ? 200 : 401, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private Called set(String name, String type, String values) {
    InputStream usual = System.in;
    System.setIn(new ByteArrayInputStream(values.getBytes(UTF_8)));
    try {
      return Called.with("credential", "set", name, "--type", type, "--home", home);
    } finally {
      System.setIn(usual);
    }
  }

  private Path workflow() throws Exception {
    Path file = folder.resolve("ask.workflow.json");
    WorkflowFiles.save(
        WorkflowBuilder.workflow("Ask")
            .node("start", "trigger.manual", "Start")
            .node("ask", "http.request", "Ask")
            .parameter("ask", "url", "http://127.0.0.1:" + server.getAddress().getPort() + "/")
            .parameter("ask", "authentication", "credential")
            .set("ask", node -> node.withCredentials(Map.of("http", "acme")))
            .connect("start -> ask")
            .build(),
        file);
    return file;
  }

  private List<String> leaks() throws Exception {
    List<String> leaks = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path each : files.filter(Files::isRegularFile).toList()) {
        if (new String(Files.readAllBytes(each), ISO_8859_1).contains("Kanarien")) {
          leaks.add(each.toString());
        }
      }
    }
    return leaks;
  }

  @Test
  void a_run_signs_in_with_a_credential_whose_secret_is_found_nowhere() throws Exception {
    assertThat(set("acme", "httpBearer", "{\"token\": \"" + SECRET + "\"}").exit()).isZero();
    Called run = Called.with("run", workflow(), "--home", home, "--json", "--all");

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(asked).containsExactly("Bearer " + SECRET);
    assertThat(run.out()).contains("\\\"in\\\":true").doesNotContain("Kanarien");
    Called listed = Called.with("credential", "list", "--home", home);
    assertThat(listed.out().strip()).isEqualTo("acme  httpBearer  (token)");
    assertThat(Called.with("credential", "list", "--home", home, "--json").json())
        .isNotEqualTo(JsonObject.empty());
    assertThat(Called.with("backup", folder.resolve("backup"), "--home", home).exit()).isZero();
    assertThat(leaks()).isEmpty();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key())))
        .isEqualTo("rw-------");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(home.resolve("credentials.json"))))
        .isEqualTo("rw-------");
  }

  private Path key() {
    return home.resolve("credentials.key");
  }

  @Test
  void what_a_server_repeats_in_its_refusal_is_told_without_the_secret() throws Exception {
    assertThat(set("acme", "httpBearer", "{\"token\": \"Kanarienvogel-wrong\"}").exit()).isZero();
    Called run = Called.with("run", workflow(), "--home", home, "--json", "--all");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out() + run.err()).contains("•••").doesNotContain("Kanarien");
    assertThat(leaks()).isEmpty();
  }

  @Test
  void without_the_credential_nothing_is_sent() throws Exception {
    Called run = Called.with("run", workflow(), "--home", home);

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err() + run.out())
        .contains("“Ask”, Credential: there is no credential “acme” here");
    assertThat(asked).isEmpty();
  }

  @Test
  void values_come_from_a_file_too_and_are_checked_without_being_told() throws Exception {
    Path values = folder.resolve("values.json");
    Files.writeString(
        values, Json.write(JsonObject.of("user", "ann", "password", "Kanarienvogel")));
    assertThat(
            Called.with(
                    "credential",
                    "set",
                    "acme",
                    "--type",
                    "httpBasic",
                    "--values",
                    values,
                    "--home",
                    home)
                .exit())
        .isZero();
    Files.delete(values);

    Called missing = set("acme", "httpBearer", "{\"user\": \"Kanarienvogel\"}");
    assertThat(missing.exit()).isEqualTo(2);
    assertThat(missing.err()).contains("has no field “user”: it has token, hosts");
    Called noJson = set("acme", "httpBearer", "{\"token\": \"Kanarienvogel");
    assertThat(noJson.exit()).isEqualTo(2);
    assertThat(noJson.err()).contains("holds no JSON object of texts").doesNotContain("Kanarien");
    assertThat(set("acme", "nothing", "{}").err()).contains("take one of httpBasic");
    assertThat(set("A b", "httpBearer", "{\"token\": \"t\"}").err())
        .contains("the name of a credential is made of letters");
    assertThat(Called.with("credential", "list", "--home", home).out()).contains("httpBasic");
    assertThat(leaks()).isEmpty();
  }

  @Test
  void one_is_taken_away() {
    set("acme", "httpBearer", "{\"token\": \"t\"}");
    assertThat(Called.with("credential", "remove", "acme", "--home", home).exit()).isZero();
    Called again = Called.with("credential", "remove", "acme", "--home", home);
    assertThat(again.exit()).isEqualTo(2);
    assertThat(again.err()).contains("there is no credential “acme”");
    assertThat(Called.with("credential", "list", "--home", home, "--json").json())
        .isEqualTo(JsonObject.of("credentials", JsonArray.empty()));
  }
}
