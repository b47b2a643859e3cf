package io.concertmaster.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How much strangers may send to a hosted form, and what programs may say of files. */
class UploadQuotasTest extends ServerFixture {
  private static final JsonArray A_FILE =
      JsonArray.of(JsonObject.of("label", "list", "type", "file"));

  private void active(WorkflowBuilder workflow) throws Exception {
    live(workflow);
    Reply active = post("/api/v1/workflows/" + file(workflow).get("id") + "/activate", null);
    assertThat(active.status()).as("%s", active.json()).isEqualTo(200);
  }

  private void form() throws Exception {
    active(
        WorkflowBuilder.workflow("Files")
            .id("files")
            .node("form", "trigger.form", "Form")
            .parameter("form", "path", "files")
            .parameter("form", "fields", A_FILE));
  }

  @Test
  void aRequestThatIsLargerThanAnyFormIsNotReadAndToldAsAPage() throws Exception {
    form();
    try (RawSocket socket = new RawSocket(server.port())) {
      socket.write(
          String.join(
              "\r\n",
              "POST /forms/files HTTP/1.1",
              "Host: localhost",
              "Accept-Language: de",
              "Content-Type: multipart/form-data; boundary=b",
              "Content-Length: 200000000",
              "",
              ""));
      RawSocket.Answer answer = socket.answer();
      assertThat(answer.status()).isEqualTo(413);
      assertThat(answer.headers()).containsEntry("connection", "close");
      assertThat(answer.body()).contains("zu große Dateien").contains("10 MB");
    }
    try (Stream<?> left = Files.list(home.resolve("uploads"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void aFileThatIsTooLargeIsToldAtItsField() throws Exception {
    form();
    String large = "x".repeat((10 << 20) + 1);
    Reply reply =
        send(
            request(null, "/forms/files")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(
                    BodyPublishers.ofString(
                        String.join(
                            "\r\n",
                            "--b",
                            "Content-Disposition: form-data; name=\"do\"",
                            "",
                            "submit",
                            "--b",
                            "Content-Disposition: form-data; name=\"/list\"; filename=\"a.csv\"",
                            "",
                            large,
                            "--b--",
                            "")))
                .build());

    assertThat(reply.status()).isEqualTo(413);
    assertThat(reply.response().body()).contains("class=\"problem\"");
    try (Stream<?> left = Files.list(home.resolve("uploads"))) {
      assertThat(left).as("nothing is kept of it").isEmpty();
    }
  }

  @Test
  void anAnswerOfAProgramNamesNoFile() throws Exception {
    live(
        WorkflowBuilder.workflow("Asks")
            .id("asks")
            .node("start", "trigger.manual", "Start")
            .node("task", "flow.task", "Ask")
            .parameter("task", "title", "Send the list")
            .parameter("task", "kind", "form")
            .parameter("task", "fields", A_FILE)
            .connect("start -> task"));
    long run = run("asks", JsonObject.of("a", 1));
    assertThat(ended(run).get("status")).isEqualTo("waiting");
    String path = "/api/v1/tasks/" + run + "/answer";
    for (JsonObject file :
        new JsonObject[] {
          JsonObject.of("name", "a.csv", "type", "text/csv").with("size", 3),
          JsonObject.of("name", "a.csv", "type", "text/csv")
              .with("size", 3)
              .with("ref", "0".repeat(48) + "-" + "0".repeat(32)),
          JsonObject.of("name", "../../server.key", "type", "text/plain").with("size", 32),
        }) {
      Reply reply = post(path, JsonObject.of("list", file));
      assertThat(reply.json().get("accepted")).as("%s", file).isEqualTo(false);
      assertThat(String.valueOf(reply.json().get("problems"))).contains("/list");
    }
    assertThat(ended(run).get("status")).isEqualTo("waiting");
    assertThat(post(path, JsonObject.empty()).json().get("accepted")).isEqualTo(true);
  }
}
