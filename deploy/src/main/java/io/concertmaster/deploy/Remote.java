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
import java.net.ProtocolException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/** A server, as those who bring something to it see it. It may be used by several threads. */
public final class Remote implements AutoCloseable {
  private final URI server;
  private final Optional<String> token;
  private final String project;
  private final ServerLink link;

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
    if (!project.matches("[a-z0-9][A-Za-z0-9_-]{0,63}")) {
      throw new IllegalArgumentException("“" + project + "” is no id of a project");
    }
    this.link = new ServerLink(server, trust, HttpClient.Version.HTTP_2);
    this.server = server;
    this.token = token;
    this.project = project;
  }

  /** The address of the server. */
  public URI server() {
    return server;
  }

  /** The project there. */
  public String project() {
    return project;
  }

  /** Whether what is sent can be read on the way: neither TLS nor this machine. */
  public boolean isInTheClear() {
    return link.isInTheClear();
  }

  /** Asks. */
  public JsonObject get(String path) throws DeployException, InterruptedException {
    return send(request(path).GET().build());
  }

  /** Asks what is the same for all projects. */
  public JsonObject getOfServer(String path) throws DeployException, InterruptedException {
    return send(bare(path).GET().build());
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

  /**
   * Listens to a stream of events until the server ends it, or this thread is interrupted.
   *
   * @param after id of the last event that is known; empty for none
   * @param heard gets each event, on the thread that called
   * @throws DeployException also when the stream breaks
   */
  public void follow(String path, String after, Consumer<ServerEvent> heard)
      throws DeployException, InterruptedException {
    HttpRequest.Builder request = request(path).setHeader("Accept", "text/event-stream");
    if (!after.isEmpty()) {
      request.header("Last-Event-ID", after);
    }
    try {
      HttpResponse<InputStream> response = link.open(request.GET().build());
      try (InputStream in = response.body()) {
        if (response.statusCode() >= 300) {
          throw refused(response.statusCode(), in.readNBytes(ServerLink.LONGEST));
        }
        ServerEvent.read(in, heard);
      }
    } catch (IOException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedException("not listened to any more");
      }
      throw unreachable(e);
    }
  }

  private HttpRequest.Builder request(String path) {
    String joint = path.contains("?") ? "&" : "?";
    return bare(path + joint + "project=" + project);
  }

  private HttpRequest.Builder bare(String path) {
    HttpRequest.Builder request = link.request(path);
    token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
    return request;
  }

  private JsonObject send(HttpRequest request) throws DeployException, InterruptedException {
    try {
      ServerLink.Answer answer = link.send(request);
      if (answer.status() >= 300) {
        throw refused(answer.status(), answer.body());
      }
      return answer.body().length == 0 ? JsonObject.empty() : object(answer.body());
    } catch (IOException e) {
      throw unreachable(e);
    }
  }

  private DeployException unreachable(IOException e) {
    if (e instanceof SSLHandshakeException && innermost(e).contains("ubject alternative")) {
      return new DeployException(
          Reason.OTHER_ADDRESS,
          "the certificate of the server is not for the address "
              + server
              + ": "
              + innermost(e)
              + "; write an address that the certificate names",
          e);
    }
    if (e instanceof SSLHandshakeException) {
      return new DeployException(
          Reason.NOT_TRUSTED,
          "the certificate of "
              + server
              + " is not trusted: "
              + innermost(e)
              + "; say which certificate is to be trusted, if it is the right server",
          e);
    }
    if (e instanceof SSLException) {
      return new DeployException(
          Reason.UNREACHABLE,
          "the server " + server + " speaks no TLS that is known here: " + ServerLink.reason(e),
          e);
    }
    if (e instanceof ProtocolException || ServerLink.reason(e).contains("status line")) {
      return new DeployException(
          Reason.NO_SERVER,
          "what answers at "
              + server
              + " does not speak HTTP: "
              + ("http".equals(server.getScheme())
                  ? "if it is a server with TLS, write https://"
                  : ServerLink.reason(e)),
          e);
    }
    return new DeployException(
        Reason.UNREACHABLE,
        "the server " + server + " cannot be reached: " + ServerLink.reason(e) + "; is it running?",
        e);
  }

  private static String innermost(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return ServerLink.reason(cause);
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
        Reason.NO_SERVER, "what answers at " + server + " is no ConcertMaster server");
  }

  private DeployException refused(int status, byte[] bytes) throws DeployException {
    if (status == 401) {
      return new DeployException(
          Reason.NO_TOKEN,
          token.isPresent()
              ? server + " does not know the token: it was taken back, is too old, or is another's"
              : server + " asks for a token");
    }
    if (status == 403) {
      return new DeployException(
          Reason.NOT_ALLOWED,
          server + " does not allow this: the token's scopes or your role do not reach so far");
    }
    if (!new String(bytes, StandardCharsets.UTF_8).stripLeading().startsWith("{")) {
      return new DeployException(
          Reason.NO_SERVER,
          "what answers at " + server + " is no ConcertMaster server (status " + status + ")");
    }
    JsonObject problem = object(bytes);
    String detail =
        problem.get("detail") instanceof String text
            ? text
            : server
                + " answered with status "
                + status
                + " and no reason: look if a ConcertMaster server listens there";
    List<String> problems =
        problem.get("problems") instanceof JsonArray list
            ? list.stream().map(String::valueOf).toList()
            : List.of();
    return new DeployException(status == 404 ? Reason.NOT_THERE : Reason.REFUSED, detail, problems);
  }

  /** Ends what is under way, streams too, and waits for nothing. */
  @Override
  public void close() {
    link.close();
  }
}
