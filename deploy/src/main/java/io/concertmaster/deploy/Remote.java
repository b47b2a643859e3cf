package io.concertmaster.deploy;

import io.concertmaster.deploy.DeployException.Reason;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonException;
import io.concertmaster.node.data.JsonLimits;
import io.concertmaster.node.data.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** A server, as those who bring something to it see it. It may be used by several threads. */
public final class Remote implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofSeconds(60);

  /** More is not read of an answer. */
  private static final int LONGEST = 64 << 20;

  private final URI server;
  private final Optional<String> token;
  private final String project;
  private final HttpClient client;

  /**
   * A server.
   *
   * @param server its address, such as {@code https://flows.example.org}
   * @param token as bearer token; without one only what is open can be asked
   * @param project the project there
   * @param trust which certificates are trusted; those that Java trusts where empty
   * @throws IllegalArgumentException when the address is no http or https address
   */
  public Remote(URI server, Optional<String> token, String project, Optional<SSLContext> trust) {
    boolean http = "http".equals(server.getScheme()) || "https".equals(server.getScheme());
    if (!http || server.getHost() == null || server.getQuery() != null) {
      throw new IllegalArgumentException("“" + server + "” is no address of a server");
    }
    if (!project.matches("[a-z0-9][A-Za-z0-9_-]{0,63}")) {
      throw new IllegalArgumentException("“" + project + "” is no id of a project");
    }
    this.server = server;
    this.token = token;
    this.project = project;
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER); // a token goes where it was meant for
    trust.ifPresent(builder::sslContext);
    this.client = builder.build();
  }

  /** The address of the server. */
  public URI server() {
    return server;
  }

  /** Whether what is sent can be read on the way: neither TLS nor this machine. */
  public boolean isInTheClear() {
    return !"https".equals(server.getScheme()) && !isLocal(server);
  }

  /** Whether the server is this machine. */
  public static boolean isLocal(URI server) {
    return List.of("localhost", "127.0.0.1", "[::1]").contains(String.valueOf(server.getHost()));
  }

  /** Asks. */
  public JsonObject get(String path) throws DeployException, InterruptedException {
    return send(request(path).GET().build());
  }

  /** Has something done. */
  public JsonObject post(String path, JsonObject body)
      throws DeployException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(Json.write(body)))
            .build());
  }

  /** Has something done that needs no body. */
  public JsonObject post(String path) throws DeployException, InterruptedException {
    return send(request(path).POST(BodyPublishers.noBody()).build());
  }

  private HttpRequest.Builder request(String path) {
    String base = server.toString().replaceFirst("/+$", "");
    String joint = path.contains("?") ? "&" : "?";
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path + joint + "project=" + project))
            .timeout(ANSWER)
            .header("Accept", "application/json");
    token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
    return request;
  }

  private JsonObject send(HttpRequest request) throws DeployException, InterruptedException {
    try {
      HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
      byte[] bytes;
      try (InputStream in = response.body()) {
        bytes = in.readNBytes(LONGEST);
      }
      if (response.statusCode() >= 300) {
        throw refused(response.statusCode(), bytes);
      }
      return bytes.length == 0 ? JsonObject.empty() : object(bytes);
    } catch (IOException e) {
      throw new DeployException(
          Reason.UNREACHABLE,
          "the server " + server + " cannot be reached: " + reason(e) + "; is it running?",
          e);
    }
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private JsonObject object(byte[] bytes) throws DeployException {
    try {
      Object json = Json.parse(new ByteArrayInputStream(bytes), JsonLimits.DATA);
      if (json instanceof JsonObject object) {
        return object;
      }
    } catch (JsonException e) {
      // told below
    }
    throw new DeployException(
        Reason.UNREACHABLE, "what answers at " + server + " is no ConcertMaster server");
  }

  private DeployException refused(int status, byte[] bytes) throws DeployException {
    if (status == 401 || status == 403) {
      return new DeployException(
          Reason.NOT_ALLOWED,
          status == 401
              ? server + " asks for a token: give it with --token-file or CONCERTMASTER_TOKEN"
              : server
                  + " does not allow this: the token's scopes or your role do not reach so far");
    }
    if (!new String(bytes, StandardCharsets.UTF_8).stripLeading().startsWith("{")) {
      return new DeployException(
          Reason.UNREACHABLE,
          "what answers at " + server + " is no ConcertMaster server (status " + status + ")");
    }
    JsonObject problem = object(bytes);
    String detail =
        problem.get("detail") instanceof String text ? text : "it answered with status " + status;
    List<String> problems =
        problem.get("problems") instanceof JsonArray list
            ? list.stream().map(String::valueOf).toList()
            : List.of();
    return new DeployException(Reason.REFUSED, detail, problems);
  }

  @Override
  public void close() {
    client.close();
  }
}
