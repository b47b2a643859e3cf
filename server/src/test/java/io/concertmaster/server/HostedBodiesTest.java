package io.concertmaster.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Bodies of forms that are too large or too slow. */
class HostedBodiesTest extends ServerFixture {
  private static final String BOUNDARY = "----concertmaster";

  private void askingForAFile() throws Exception {
    live(
        WorkflowBuilder.workflow("Files")
            .id("files")
            .node("form", "trigger.form", "Form")
            .parameter("form", "path", "files")
            .parameter(
                "form", "fields", JsonArray.of(JsonObject.of("label", "list", "type", "file")))
            .node("keep", "data.limit", "Keep")
            .connect("form -> keep"));
    assertThat(post("/api/v1/workflows/files/activate", null).status()).isEqualTo(200);
  }

  /** A client that sends a byte now and then is told that it is too slow, and holds nothing. */
  private void sentDropByDrop(String type, String beginning) throws Exception {
    try (RawSocket socket = new RawSocket(server.port())) {
      socket.write(
          "POST /forms/files HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
              + type
              + "\r\nContent-Length: 100000\r\n\r\n"
              + beginning);
      Thread drops =
          Thread.ofVirtual()
              .start(() -> {
                try {
                  while (true) {
                    socket.write("a");
                    Thread.sleep(50);
                  }
                } catch (IOException | InterruptedException e) {
                  return; // the server has had enough
                }
              });
      RawSocket.Answer answer = socket.answer();
      drops.interrupt();
      assertThat(answer.status()).as(answer.body()).isEqualTo(408);
      assertThat(answer.headers()).containsEntry("connection", "close");
    }
  }

  @Test
  void aFormThatComesDropByDropIsNotWaitedFor() throws Exception {
    askingForAFile();

    sentDropByDrop("application/x-www-form-urlencoded", "answer=");
    sentDropByDrop(
        "multipart/form-data; boundary=" + BOUNDARY,
        "--"
            + BOUNDARY
            + "\r\nContent-Disposition: form-data; name=\"/list\"; filename=\"a.csv\"\r\n");

    assertThat((JsonArray) get("/api/v1/runs").json().get("runs")).isEmpty();
    try (Stream<Path> left = Files.walk(home.resolve("uploads"))) {
      assertThat(left.filter(Files::isRegularFile)).isEmpty();
    }
    assertThat(get("/forms/files").status()).isEqualTo(200);
  }

  @Test
  void aFormThatIsTooLargeIsRefusedBeforeItIsRead() throws Exception {
    askingForAFile();
    for (String type :
        List.of("application/x-www-form-urlencoded", "multipart/form-data; boundary=" + BOUNDARY)) {
      try (RawSocket socket = new RawSocket(server.port())) {
        socket.write(
            "POST /forms/files HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
                + type
                + "\r\nContent-Length: 9000000000\r\n\r\na");
        RawSocket.Answer answer = socket.answer();
        assertThat(answer.status()).as(type).isEqualTo(413);
        assertThat(answer.headers()).containsEntry("connection", "close");
      }
    }
    assertThat((JsonArray) get("/api/v1/runs").json().get("runs")).isEmpty();
  }
}
