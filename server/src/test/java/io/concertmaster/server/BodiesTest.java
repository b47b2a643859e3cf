package io.concertmaster.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.data.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bodies that are too large, too slow, or something else than they say. */
class BodiesTest extends ServerFixture {
  private String head(String more) {
    return "POST /api/v1/runs HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
        + owner
        + "\r\n"
        + more
        + "\r\n";
  }

  @Test
  void aBodyThatSaysItIsTooLargeIsNotRead() throws IOException {
    try (RawSocket socket = new RawSocket(server.port())) {
      socket.write(
          head("Content-Type: application/json\r\nContent-Length: 9000000000\r\n") + "{\"");
      assertThat(socket.status()).isEqualTo(413);
    }
  }

  /** A line that is closed while bytes wait in it is reset, and takes the answer with it. */
  @Test
  void whoSendsTooMuchInPiecesIsToldWhyNonetheless() throws Exception {
    String piece = " ".repeat(1 << 20);
    for (String path : List.of("/api/v1/runs", "/forms/none")) {
      try (RawSocket socket = new RawSocket(server.port())) {
        socket.write(
            head("Content-Type: application/json\r\nContent-Length: " + (20 << 20) + "\r\n")
                .replace("/api/v1/runs", path));
        for (int i = 0; i < 20; i++) {
          socket.write(piece);
          Thread.sleep(10);
        }
        assertThat(socket.status()).as(path).isIn(413, 415);
      }
    }
  }

  @Test
  void aBodyThatDoesNotSayHowLongItIsIsCutOff() throws Exception {
    byte[] large = new byte[17 << 20];
    Arrays.fill(large, (byte) ' ');
    var request =
        request(owner, "/api/v1/runs")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
            .build();
    assertThat(send(request).status()).isEqualTo(413);
    assertThat(get("/health").status()).isEqualTo(200);
  }

  @Test
  void aBodyThatComesDropByDropIsNotWaitedFor() throws Exception {
    try (RawSocket socket = new RawSocket(server.port())) {
      socket.write(head("Content-Type: application/json\r\nContent-Length: 1000\r\n"));
      long begin = System.nanoTime();
      Thread drops =
          Thread.ofVirtual()
              .start(() -> {
                try {
                  for (int i = 0; i < 100; i++) {
                    socket.write(" ");
                    Thread.sleep(50);
                  }
                } catch (IOException | InterruptedException e) {
                  return; // the server has had enough
                }
              });
      assertThat(socket.status()).isEqualTo(408);
      assertThat(System.nanoTime() - begin).isLessThan(4_500_000_000L);
      drops.interrupt();
    }
  }

  @Test
  void onlyWhatSaysThatItIsJsonIsTaken() throws Exception {
    String body = "{\"workflow\": \"none\"}";
    List<String> others =
        List.of(
            "text/plain",
            "text/json",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "application/json; charset=utf-16",
            "application/json; charset=utf-8; x=y",
            "application/json, text/plain",
            "application/jsonx",
            "application/ld+json",
            "text/html;application/json",
            "*/*");
    for (String type : others) {
      var request =
          request(owner, "/api/v1/runs")
              .header("Content-Type", type)
              .POST(BodyPublishers.ofString(body))
              .build();
      assertThat(send(request).status()).as(type).isEqualTo(415);
    }
    var none = request(owner, "/api/v1/runs").POST(BodyPublishers.ofString(body)).build();
    assertThat(send(none).status()).isEqualTo(415);
    var twice =
        request(owner, "/api/v1/runs")
            .header("Content-Type", "application/json")
            .header("Content-Type", "text/plain")
            .POST(BodyPublishers.ofString(body))
            .build();
    assertThat(send(twice).status()).isIn(400, 415);
    var packed =
        request(owner, "/api/v1/runs")
            .header("Content-Type", "application/json")
            .header("Content-Encoding", "gzip")
            .POST(BodyPublishers.ofString(body))
            .build();
    assertThat(send(packed).status()).isEqualTo(415);
    var right =
        request(owner, "/api/v1/runs")
            .header("Content-Type", "application/json; charset=UTF-8")
            .POST(BodyPublishers.ofString(body))
            .build();
    assertThat(send(right).status()).isEqualTo(404);
  }

  @Test
  void whatIsNoJsonOrTooDeepOrSaysSomethingTwiceIsRefused() throws Exception {
    for (String body :
        List.of(
            "",
            "{",
            "nonsense",
            "[]",
            "null",
            "{\"workflow\": \"a\", \"workflow\": \"b\"}",
            "{\"workflow\": 7}",
            "{\"workflow\": \"a\", \"surprise\": 1}",
            "[".repeat(5_000),
            "{\"workflow\": \"a\", \"input\": [1]}",
            "{\"workflow\": \"a\"} {\"workflow\": \"b\"}")) {
      var request =
          request(owner, "/api/v1/runs")
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(body))
              .build();
      int status = send(request).status();
      assertThat(status).as(body.substring(0, Math.min(60, body.length()))).isIn(400, 404);
    }
    byte[] overlong = {'{', '"', (byte) 0xC0, (byte) 0xAF, '"', ':', '1', '}'};
    var bytes =
        request(owner, "/api/v1/runs")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(overlong))
            .build();
    assertThat(send(bytes).status()).isEqualTo(400);
  }

  @Test
  void aBodyWhereNoneIsTakenIsRefused() throws Exception {
    assertThat(call(owner, "POST", "/api/v1/runs/1/cancel", JsonObject.empty()).status())
        .isEqualTo(415);
    assertThat(call(owner, "DELETE", "/api/v1/tokens/x", JsonObject.of("a", 1)).status())
        .isEqualTo(415);
  }

  @Test
  void whatHttpDoesNotKnowIsToldAsAProblemWithoutQuotingIt() throws IOException {
    for (String text :
        List.of(
            "GET /health HTTP/9.9\r\n\r\n",
            "GET /health HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
            "GET /health HTTP/1.1\r\nHost: localhost\r\nBad Header: <script>\r\n\r\n",
            head("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n") + "0\r\n\r\n",
            "GET /health HTTP/1.1\r\nHost: localhost\r\nX: " + "a".repeat(20_000) + "\r\n\r\n")) {
      try (RawSocket socket = new RawSocket(server.port())) {
        socket.write(text);
        assertThat(socket.status())
            .as(text.substring(0, Math.min(40, text.length())))
            .isIn(400, 401, 431, 505);
      }
    }
  }
}
