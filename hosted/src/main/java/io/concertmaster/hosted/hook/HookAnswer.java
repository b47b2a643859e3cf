package io.concertmaster.hosted.hook;

import io.concertmaster.hosted.file.HandedFile;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the caller gets.
 *
 * @param headers by name, {@code Content-Type} among them where there is a body
 * @param file the body instead of the bytes, read while it is sent; whoever sends closes it
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares these, and nobody changes the bytes
public record HookAnswer(
    int status, Map<String, String> headers, byte[] body, Optional<InputStream> file) {
  private static final String POLICY = "Content-Security-Policy";
  private static final String APART =
      "sandbox allow-downloads allow-forms allow-modals allow-popups allow-scripts";

  private static final String JSON = "application/json; charset=utf-8";

  public HookAnswer {
    headers = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  /** An answer whose body is there. */
  public HookAnswer(int status, Map<String, String> headers, byte[] body) {
    this(status, headers, body, Optional.empty());
  }

  /** A file, under its name and as what it is. */
  static HookAnswer file(int status, HandedFile file) {
    return new HookAnswer(status, file.headers("inline"), new byte[0], Optional.of(file.bytes()));
  }

  /** A file that browsers keep and do not show. */
  public static HookAnswer kept(HandedFile file) {
    return new HookAnswer(200, file.kept(), new byte[0], Optional.of(file.bytes()));
  }

  /** JSON. */
  static HookAnswer json(int status, @Nullable Object value) {
    return new HookAnswer(
        status, Map.of("Content-Type", JSON), Json.write(value).getBytes(StandardCharsets.UTF_8));
  }

  /** Text. */
  static HookAnswer text(int status, String text) {
    return new HookAnswer(
        status,
        Map.of("Content-Type", "text/plain; charset=utf-8"),
        text.getBytes(StandardCharsets.UTF_8));
  }

  /** Nothing but a status. */
  static HookAnswer empty(int status) {
    return new HookAnswer(status, Map.of(), new byte[0]);
  }

  /**
   * What cannot be done, as RFC 9457 has it.
   *
   * @param title in a few words what kind of problem it is; programs know it by the type that is
   *     made of them, such as {@code urn:concertmaster:problem:too-many-runs}
   * @param detail for people, in one line
   */
  public static HookAnswer problem(int status, String title, String detail) {
    String code = title.toLowerCase(Locale.ROOT).replace(' ', '-');
    return new HookAnswer(
        status,
        Map.of("Content-Type", "application/problem+json"),
        Json.write(
                JsonObject.of("type", "urn:concertmaster:problem:" + code, "title", title)
                    .with("status", (long) status)
                    .with("detail", detail))
            .getBytes(StandardCharsets.UTF_8));
  }

  /** The same, where the status says all of what kind of problem it is. */
  public static HookAnswer problem(int status, String detail) {
    return problem(status, ProblemTitle.of(status), detail);
  }

  /**
   * The same, with an origin of its own in browsers. A workflow may answer with a page and scripts
   * in it; they must not act as whoever is signed in to the inbox at the same address. Nor may a
   * workflow sign somebody in there: cookies with our names are left out.
   */
  public HookAnswer apart() {
    String own = "";
    HookAnswer apart = this;
    for (Map.Entry<String, String> each : headers.entrySet()) {
      if (each.getKey().equalsIgnoreCase(POLICY)) {
        own = each.getValue() + ", ";
      }
      if (each.getKey().equalsIgnoreCase("Set-Cookie") && each.getValue().contains("cm_")) {
        apart = apart.without(each.getKey());
      }
    }
    return apart.with(POLICY, own + APART);
  }

  private HookAnswer without(String name) {
    Map<String, String> fewer = new LinkedHashMap<>(headers);
    fewer.remove(name);
    return new HookAnswer(status, fewer, body, file);
  }

  /** The same with another header. */
  public HookAnswer with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.keySet().removeIf(each -> each.equalsIgnoreCase(name));
    more.put(name, value);
    return new HookAnswer(status, more, body, file);
  }

  /** The same with another status. */
  HookAnswer withStatus(int other) {
    return new HookAnswer(other, headers, body, file);
  }
}
