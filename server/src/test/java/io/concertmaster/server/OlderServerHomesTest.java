package io.concertmaster.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.model.io.OwnerFile;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.server.http.Address;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Homes of servers that older versions left after a crash, of each version of their schema. */
class OlderServerHomesTest extends ServerFixture {
  @Override
  ServerOptions options() {
    return new ServerOptions(
        home, new Address("127.0.0.1", 0, Optional.empty()), Optional.empty(), QUICK);
  }

  /** Puts the home there; the tests start the server. */
  @Override
  @BeforeEach
  void start() throws Exception {
    try (InputStream resource =
            OlderServerHomesTest.class.getResourceAsStream(
                "/io/concertmaster/server/homes/server-2.zip");
        ZipInputStream zip = new ZipInputStream(resource)) {
      for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
        Path file = home.resolve(each.getName());
        Files.createDirectories(file.getParent());
        if (each.getName().startsWith("server.")) {
          OwnerFile.create(file, zip.readAllBytes());
        } else {
          Files.copy(zip, file);
        }
      }
    }
  }

  @Test
  void whatItKeptIsThere() throws Exception {
    start(options());
    isAllThere();
  }

  /** The second version of the schema brought the people who are signed in, and nothing else. */
  @Test
  void whatTheVersionBeforeKeptIsThere() throws Exception {
    try (Connection database =
            DriverManager.getConnection("jdbc:sqlite:" + home.resolve("server.db"));
        Statement statement = database.createStatement()) {
      statement.executeUpdate("DROP TABLE session");
      statement.executeUpdate("PRAGMA user_version = 1");
    }
    start(options());
    Browser jo = new Browser(client, server.port());
    assertThat(jo.signIn("jo", InboxFixture.PASSWORD)).isEqualTo("/inbox");
    assertThat(jo.get("/inbox").body()).contains("Order 7");
    isAllThere();
  }

  private void isAllThere() throws Exception {
    String anna = Files.readString(home.resolve(ServerHome.TOKEN));
    assertThat(call(anna, "GET", "/api/v1/workflows", null).status()).isEqualTo(200);
    JsonObject adds = get("/api/v1/workflows/adds").json();
    assertThat(adds.get("live")).isEqualTo(1L);
    assertThat(text("/api/v1/workflows/adds/versions/live")).contains("\"one\"");
    assertThat(text("/api/v1/workflows/adds/versions/2")).contains("\"two\"");
    assertThat(get("/api/v1/workflows/draft").json().get("live")).isNull();
    JsonObject hourly = get("/api/v1/workflows/hourly").json();
    assertThat(hourly.get("active")).isEqualTo(true);
    assertThat(text("/api/v1/workflows/hourly/versions/live")).contains("\"Hourly\"");
    assertThat((JsonArray) get("/api/v1/deployments").json().get("deployments")).hasSize(2);
    assertThat(text("/api/v1/workflows/sells?project=sales")).contains("Adds 2");
    assertThat(text("/api/v1/credentials")).contains("shop").doesNotContain(ServerHome.KEPT);
    assertThat(text("/api/v1/audit")).contains("anna");

    JsonArray tasks = (JsonArray) get("/api/v1/tasks").json().get("tasks");
    JsonObject task = (JsonObject) tasks.getFirst();
    assertThat(task.get("title")).isEqualTo("Order 7");
    String page = "/api/v1/tasks/" + task.get("run") + "/answer";
    JsonObject answer = JsonObject.of("decision", "approved");
    assertThat(post(page, answer).status()).isEqualTo(200);
    assertThat(ended((Long) task.get("run")).get("status")).isEqualTo("succeeded");
    assertThat(run("adds")).isGreaterThan((Long) task.get("run"));
  }

  private String text(String path) throws Exception {
    return get(path).response().body();
  }
}
