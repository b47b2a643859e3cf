package io.concertmaster.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.server.http.Route;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Paths that are spelled in other ways reach nothing: neither with a token nor without. */
class PathVariantsTest extends ServerFixture {
  private static final int VARIANTS = 10_000;

  private RawSocket socket;

  private static final List<String> TRICKS =
      List.of(
          "//",
          "/./",
          "/../",
          "/%2e/",
          "/%2e%2e/",
          "/..;/",
          "/.;/",
          "/;a=b/",
          ";",
          ";/",
          "%2f",
          "%2F",
          "%5c",
          "\\",
          "%00",
          "%0a",
          "%0d%0a",
          "%c0%af",
          "%c1%9c",
          "%e0%80%af",
          "%252f",
          "%25%32%66",
          "%u002f",
          "%",
          "%2",
          "%zz",
          "/%20/",
          "%09",
          "|",
          "^",
          "`",
          "{",
          "}",
          "\"",
          "<",
          ">",
          "@",
          ":",
          "*",
          "!",
          "~/../",
          "/%2e%2e;/",
          "/.%2e/",
          "/%2e./",
          "/..%2f",
          "/..%5c",
          "..",
          "/...;/",
          "%ff",
          "%80",
          "é");

  /** One of our paths, with something in it that is not as it should be. */
  private static String variant(String path, Random random) {
    StringBuilder text = new StringBuilder(path);
    int times = 1 + random.nextInt(3);
    for (int i = 0; i < times; i++) {
      int at = random.nextInt(text.length() + 1);
      switch (random.nextInt(4)) {
        case 0 -> text.insert(at, TRICKS.get(random.nextInt(TRICKS.size())));
        case 1 -> {
          if (at < text.length()) {
            char c = text.charAt(at);
            text.replace(at, at + 1, String.format("%%%02x", (int) c));
          }
        }
        case 2 -> text.insert(0, TRICKS.get(random.nextInt(TRICKS.size())));
        default -> text.append(TRICKS.get(random.nextInt(TRICKS.size())));
      }
    }
    return text.toString();
  }

  private static boolean isPlain(String path) {
    return path.matches("(/[A-Za-z0-9._~-]+)+") && !path.matches(".*/\\.{1,2}(/.*)?");
  }

  private List<String> variants() {
    List<String> paths =
        server.routes().routes().stream()
            .map(Route::path)
            .map(path -> path.replaceAll("\\{[a-z]+}", "x1"))
            .distinct()
            .toList();
    Random random = new Random(7);
    Set<String> variants = new TreeSet<>();
    while (variants.size() < VARIANTS) {
      String variant = variant(paths.get(random.nextInt(paths.size())), random);
      // A question mark or a hash would begin something else than the path.
      if (!isPlain(variant) && !variant.matches(".*[?#\\s].*")) {
        variants.add(variant);
      }
    }
    return new ArrayList<>(variants);
  }

  @Test
  void noneOfTenThousandReachesAHandler() throws IOException {
    List<String> reached = new ArrayList<>();
    socket = new RawSocket(server.port());
    for (String each : variants()) {
      int status = status(each);
      if (status != 400) {
        reached.add(status + " " + each);
      }
    }
    socket.close();
    assertThat(reached).isEmpty();
  }

  @Test
  void whoTypesTheAddressAloneIsToldWhereToGo() throws Exception {
    Reply reply = get("/");
    assertThat(reply.status()).isEqualTo(404);
    assertThat(String.valueOf(reply.json().get("detail"))).contains("/inbox", "/api/v1");
  }

  /** The status of an answer; a connection that was closed after the one before is opened anew. */
  private int status(String path) throws IOException {
    for (int i = 0; i < 2; i++) {
      try {
        socket.write(
            "GET "
                + path
                + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + owner
                + "\r\n\r\n");
        int status = socket.status();
        if (status > 0) {
          return status;
        }
      } catch (IOException e) {
        // closed
      }
      socket.close();
      socket = new RawSocket(server.port());
    }
    return -1;
  }
}
