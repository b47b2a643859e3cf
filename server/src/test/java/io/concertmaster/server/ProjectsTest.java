package io.concertmaster.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.server.document.LiveFolder;
import io.concertmaster.server.store.DocumentRows;
import io.concertmaster.server.store.Kind;
import io.concertmaster.server.store.ServerStore;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Projects that are deleted, and files of documents that are. */
@Timeout(120)
class ProjectsTest extends ServerFixture {
  private static final String OLD = "/api/v1/projects/old";
  private static final String HERE = "?project=old";
  private static final String PASSWORD = "correct horse battery";

  private final WorkflowBuilder hook =
      WorkflowBuilder.workflow("Says hello")
          .id("hello")
          .node("hook", "trigger.webhook", "Call")
          .parameter("hook", "path", "hello")
          .parameter("hook", "methods", JsonArray.of("POST"));

  @BeforeEach
  void makeProject() throws Exception {
    assertThat(put(OLD, JsonObject.of("name", "Old")).status()).isEqualTo(200);
  }

  private void liveThere(WorkflowBuilder workflow) throws Exception {
    JsonObject file = file(workflow);
    String path = "/api/v1/workflows/" + file.get("id");
    assertThat(put(path + HERE, file).status()).isEqualTo(200);
    assertThat(post(path + "/live" + HERE, JsonObject.empty()).status()).isEqualTo(200);
  }

  private void hookThere() throws Exception {
    liveThere(hook);
    assertThat(post("/api/v1/workflows/hello/activate" + HERE, null).status()).isEqualTo(200);
    assertThat(callHook()).isLessThan(300);
  }

  private int callHook() throws Exception {
    return send(request(null, "/p/old/hooks/hello")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{}"))
            .build())
        .status();
  }

  private int delete(String path) throws Exception {
    return call(owner, "DELETE", path, null).status();
  }

  private void deleteHook() throws Exception {
    while (get("/api/v1/runs" + HERE).json().toString().contains("\"running\"")) {
      Thread.sleep(10); // a call is answered before its run has ended
    }
    assertThat(post("/api/v1/workflows/hello/deactivate" + HERE, null).status()).isEqualTo(200);
    assertThat(delete("/api/v1/workflows/hello" + HERE)).isEqualTo(204);
  }

  private String tokenThere() throws Exception {
    JsonObject roles = JsonObject.of("old", "admin", "default", "viewer");
    JsonObject anna = JsonObject.of("name", "anna", "password", PASSWORD).with("roles", roles);
    assertThat(post("/api/v1/users", anna).status()).isEqualTo(201);
    JsonObject credentials = JsonObject.of("name", "anna", "password", PASSWORD);
    Object session = call(null, "POST", "/api/v1/login", credentials).json().get("token");
    JsonObject wanted =
        JsonObject.of("name", "builds", "scopes", JsonArray.of("read")).with("project", "old");
    Reply token = call((String) session, "POST", "/api/v1/tokens", wanted);
    assertThat(token.status()).isEqualTo(201);
    return (String) token.json().get("secret");
  }

  @Test
  void withAProjectGoesAllThatIsItsAlone() throws Exception {
    hookThere();
    String token = tokenThere();
    assertThat(call(token, "GET", "/api/v1/runs" + HERE, null).status()).isEqualTo(200);
    JsonObject secret = JsonObject.of("type", "httpBasic");
    assertThat(
            put(
                    "/api/v1/credentials/door" + HERE,
                    secret.with("values", JsonObject.of("user", "u", "password", "p")))
                .status())
        .isLessThan(300);
    Reply used = call(owner, "DELETE", OLD, null);
    assertThat(used.status()).isEqualTo(409);
    assertThat(used.json().get("detail"))
        .isEqualTo("the project “old” has workflows or forms: delete them first");
    deleteHook();

    assertThat(delete(OLD)).isEqualTo(204);

    assertThat(delete(OLD)).isEqualTo(404);
    assertThat(get("/api/v1/projects").json().toString()).doesNotContain("old");
    assertThat(get("/api/v1/workflows" + HERE).status()).isEqualTo(404);
    assertThat(callHook()).isEqualTo(404);
    assertThat(home.resolve("projects")).isEmptyDirectory();
    assertThat(get("/api/v1/users").json().toString()).contains("anna").doesNotContain("old");
    assertThat(call(token, "GET", "/api/v1/me", null).status()).isEqualTo(401);
    assertThat(get("/api/v1/audit").json().toString()).contains("deleteProject");
  }

  @Test
  void aProjectThatIsMadeAnewBeginsFromNothing() throws Exception {
    hookThere();
    deleteHook();
    assertThat(delete(OLD)).isEqualTo(204);

    makeProject();

    assertThat(get("/api/v1/runs" + HERE).json().get("runs")).isEqualTo(JsonArray.of());
    assertThat(callHook()).isEqualTo(404);
    hookThere();
    assertThat(get("/api/v1/runs" + HERE).json().get("runs").toString()).contains("\"run\":1");
    restart();
    assertThat(callHook()).isLessThan(300);
  }

  @Test
  void aProjectStaysWhileARunOfItHasNotEnded() throws Exception {
    liveThere(waiting("waits", 600));
    Reply started = post("/api/v1/runs" + HERE, JsonObject.of("workflow", "waits"));
    assertThat(started.status()).isEqualTo(201);
    assertThat(delete("/api/v1/workflows/waits" + HERE)).isEqualTo(204);

    assertThat(delete(OLD)).isEqualTo(409);

    String run = "/api/v1/runs/" + started.json().get("run");
    assertThat(post(run + "/cancel" + HERE, null).status()).isLessThan(300);
    assertThat(delete(OLD)).isEqualTo(204);
  }

  @Test
  void theFirstProjectStays() throws Exception {
    Reply reply = call(owner, "DELETE", "/api/v1/projects/default", null);

    assertThat(reply.status()).isEqualTo(409);
    assertThat(get("/api/v1/workflows").status()).isEqualTo(200);
  }

  /** The store has not forgotten it, so nothing was deleted. */
  @Test
  void aCrashInMidDeletionBringsTheProjectBack() throws Exception {
    hookThere();
    server.close();
    Path own = home.resolve("projects").resolve("old");
    Files.move(own, own.resolveSibling("old.deleted"));

    start();

    assertThat(callHook()).isLessThan(300);
    assertThat(get("/api/v1/runs" + HERE).json().get("runs").toString()).contains("\"run\":2");
    assertThat(own.resolveSibling("old.deleted")).doesNotExist();
  }

  /** The store has forgotten it. */
  @Test
  void whatACrashLeftOfADeletedProjectIsDeleted() throws Exception {
    server.close();
    Path left = home.resolve("projects").resolve("gone.deleted");
    Files.createDirectories(left.resolve("workflows"));
    Files.writeString(left.resolve("workflows").resolve("a.workflow.json"), "{}");

    start();

    assertThat(left).doesNotExist();
  }

  @Test
  void theFilesOfADocumentThatTheStoreDoesNotForgetComeBack() throws Exception {
    liveThere(adding("adds", "one"));
    server.close();
    Path file = home.resolve("projects/old/workflows/adds.workflow.json");
    assertThat(file).exists();
    try (ServerStore store = ServerStore.open(home)) {
      DocumentRows rows = new DocumentRows(store);
      LiveFolder folder = new LiveFolder(file.getParent(), "old", rows);
      List<String> paths = rows.paths("old");

      assertThatThrownBy(() ->
              folder.delete(
                  paths,
                  () -> {
                    assertThat(file).doesNotExist(); // a crash leaves nothing that nobody knows
                    throw new IllegalStateException("the disk is full");
                  }))
          .hasMessage("the disk is full");
      assertThat(file).exists();

      folder.delete(paths, () -> rows.delete("old", Kind.WORKFLOW, "adds"));
      assertThat(file).doesNotExist();
    }
    start();
  }
}
