package io.concertmaster.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.server.http.Address;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes the home of a server as a crash leaves it, for the resources of {@link
 * OlderServerHomesTest}: to be run once before the schema of {@code server.db} changes, so that a
 * home of each version is kept.
 *
 * <p>Anna is an editor and has a token, Jo does tasks; a workflow has two versions, of which the
 * first is live again; another one was deployed together with a form, is active and listens to a
 * schedule; a second deployment was rolled back; a draft is live nowhere; one run waits for a
 * person; there is a second project, and a credential.
 */
final class ServerHome extends InboxFixture {
  /** What the credential keeps. */
  static final String KEPT = "the shop's secret";

  /** The file with Anna's token, beside those of the home. */
  static final String TOKEN = "anna.token";

  private static final long LONGEST = 3_650;

  private ServerHome(Path home) {
    this.home = home;
  }

  /** Arguments: an empty folder to work in, and the archive to write. */
  public static void main(String[] arguments) {
    int exit = 1;
    try {
      ServerHome maker = new ServerHome(Path.of(arguments[0]));
      maker.start();
      String token = maker.fill();
      maker.pack(Path.of(arguments[1]), token);
      exit = 0;
    } catch (Exception | AssertionError e) {
      System.err.println("no home was written: " + e);
    } finally {
      Runtime.getRuntime().halt(exit); // as a crash does
    }
  }

  /** The limits of a server that was not told otherwise. */
  @Override
  ServerOptions options() {
    return new ServerOptions(home, new Address("127.0.0.1", 0, Optional.empty()), Optional.empty());
  }

  private void done(Reply reply) {
    assertThat(reply.status()).as("%s", reply.json()).isBetween(200, 204);
  }

  private String fill() throws Exception {
    account("anna", JsonObject.of("default", "editor"));
    account("jo", JsonObject.of("default", "runner"));
    done(put("/api/v1/projects/sales", JsonObject.of("name", "Sales")));
    done(put("/api/v1/workflows/sells?project=sales", file(adding("sells", 2))));
    live(adding("adds", "one"));
    live(adding("adds", "two"));
    done(post("/api/v1/workflows/adds/rollback", null));
    done(put("/api/v1/workflows/draft", file(adding("draft", 3))));
    done(post("/api/v1/deployments", deployment("hourly", "Hourly").with("activate", true)));
    done(post("/api/v1/deployments", deployment("hourly", "Hourly, but otherwise")));
    done(post("/api/v1/deployments/2/rollback", null));
    done(
        put(
            "/api/v1/credentials/shop",
            JsonObject.of("type", "bearerAuth", "values", JsonObject.of("token", KEPT))));
    asked("Order 7");
    JsonObject sign = JsonObject.of("name", "anna", "password", PASSWORD);
    String session = (String) call(null, "POST", "/api/v1/login", sign).json().get("token");
    Reply token =
        call(
            session,
            "POST",
            "/api/v1/tokens",
            JsonObject.of("name", "robot", "scopes", JsonArray.of("read")).with("days", LONGEST));
    done(token);
    Thread.sleep(500); // the log is written a moment later
    return (String) token.json().get("secret");
  }

  private static JsonObject deployment(String id, String name) {
    JsonObject times = JsonObject.of("unit", "hours", "every", 1L);
    WorkflowBuilder hourly =
        WorkflowBuilder.workflow(name)
            .id(id)
            .node("clock", "trigger.schedule", "Clock", JsonObject.of("times", JsonArray.of(times)))
            .node("set", "data.editFields", "Set")
            .connect("clock -> set");
    JsonObject schema =
        JsonObject.of(
            "type", "object", "properties", JsonObject.of("name", JsonObject.of("type", "string")));
    JsonObject control = JsonObject.of("type", "Control", "scope", "#/properties/name");
    JsonObject form =
        JsonObject.of("format", 1L, "id", "visit")
            .with("name", "Visit of " + name)
            .with("schema", schema)
            .with("ui", JsonObject.of("type", "VerticalLayout", "elements", JsonArray.of(control)));
    JsonObject one =
        JsonObject.of("kind", "workflow", "path", id + ".workflow.json")
            .with("content", file(hourly));
    JsonObject other =
        JsonObject.of("kind", "form", "path", "visit.form.json").with("content", form);
    return JsonObject.of("documents", JsonArray.of(one, other));
  }

  private void pack(Path archive, String token) throws Exception {
    try (OutputStream out = Files.newOutputStream(archive);
        ZipOutputStream zip = new ZipOutputStream(out);
        Stream<Path> files = Files.walk(home)) {
      for (Path each : files.filter(ServerHome::isKept).sorted().toList()) {
        zip.putNextEntry(new ZipEntry(home.relativize(each).toString().replace('\\', '/')));
        Files.copy(each, zip);
      }
      zip.putNextEntry(new ZipEntry(TOKEN));
      zip.write(token.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** What a running server holds is no part of it: locks, shared memory, room kept free. */
  private static boolean isKept(Path file) {
    String name = file.getFileName().toString();
    return Files.isRegularFile(file)
        && !name.endsWith("-shm")
        && !name.endsWith("lock")
        && !name.equals("pid")
        && !name.equals("reserve");
  }
}
