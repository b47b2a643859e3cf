package io.concertmaster.deploy.n8n;

import io.concertmaster.deploy.DeployException;
import io.concertmaster.deploy.DeployException.Reason;
import io.concertmaster.deploy.ServerLink;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonException;
import io.concertmaster.node.data.JsonLimits;
import io.concertmaster.node.data.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * An n8n server by its public REST API, version 1. It may be used by several threads.
 *
 * <p>The API is described at <a href="https://docs.n8n.io/api/">docs.n8n.io/api</a>.
 */
public final class N8nServer implements AutoCloseable {
  private static final String WORKFLOWS = "/api/v1/workflows";

  /** As many workflows at most are asked for at once; n8n allows up to 250. */
  private static final int PAGE = 100;

  /**
   * The most pages that are read: beyond, a server that always names a next one is not believed.
   */
  private static final int PAGES = 1_000;

  private final URI server;
  private final Optional<String> key;
  private final ServerLink link;

  /**
   * A server.
   *
   * @param server its address, such as {@code https://n8n.example.org}, also with a path
   * @param key an API key of n8n; without one the server refuses
   * @param trust which certificates are trusted; those that Java trusts where empty
   * @throws IllegalArgumentException when the address is no http or https address
   */
  public N8nServer(URI server, Optional<String> key, Optional<SSLContext> trust) {
    // n8n takes the offer to go on with HTTP/2 for that of a WebSocket, and never answers.
    this.link = new ServerLink(server, trust, HttpClient.Version.HTTP_1_1);
    this.server = link.base();
    this.key = key;
  }

  /** The address of the server, without a slash at its end. */
  public URI address() {
    return server;
  }

  /** Whether what is sent can be read on the way: neither TLS nor this machine. */
  public boolean isInTheClear() {
    return link.isInTheClear();
  }

  /** The workflow of an id; empty where there is none. */
  public Optional<N8nWorkflow> find(String id) throws DeployException, InterruptedException {
    Answer answer = send(request(WORKFLOWS + "/" + encoded(id)).GET());
    return answer.status() == 404 && answer.isOfTheApi()
        ? Optional.empty()
        : Optional.of(N8nWorkflow.of(content(answer)));
  }

  /**
   * Asks for one workflow, whichever: the server is there, is n8n's, and takes the key.
   *
   * @throws DeployException with what is wrong
   */
  public void check() throws DeployException, InterruptedException {
    if (!(content(send(request(WORKFLOWS + "?limit=1").GET())).get("data") instanceof JsonArray)) {
      throw noApi("");
    }
  }

  /** All workflows that the key may see. */
  public List<N8nWorkflow> all() throws DeployException, InterruptedException {
    return list("");
  }

  /** All workflows of exactly this name that the key may see. */
  public List<N8nWorkflow> named(String name) throws DeployException, InterruptedException {
    return list("&name=" + encoded(name)).stream()
        .filter(each -> each.name().equals(name))
        .toList();
  }

  private List<N8nWorkflow> list(String filter) throws DeployException, InterruptedException {
    List<N8nWorkflow> found = new ArrayList<>();
    String cursor = "";
    for (int page = 0; page < PAGES; page++) {
      String next = cursor.isEmpty() ? "" : "&cursor=" + encoded(cursor);
      JsonObject answer =
          content(send(request(WORKFLOWS + "?limit=" + PAGE + filter + next).GET()));
      if (!(answer.get("data") instanceof JsonArray data)) {
        throw noApi("");
      }
      for (Object each : data) {
        if (each instanceof JsonObject workflow) {
          found.add(N8nWorkflow.of(workflow));
        }
      }
      if (!(answer.get("nextCursor") instanceof String more) || more.isEmpty()) {
        break;
      }
      cursor = more;
    }
    return found;
  }

  /** Makes a workflow, and gives it as it lies there then. */
  public N8nWorkflow create(JsonObject body) throws DeployException, InterruptedException {
    return made(send(json(request(WORKFLOWS)).POST(text(body))));
  }

  /** Puts a workflow in place of the one of an id. */
  public N8nWorkflow update(String id, JsonObject body)
      throws DeployException, InterruptedException {
    return made(send(json(request(WORKFLOWS + "/" + encoded(id))).PUT(text(body))));
  }

  /** Lets the triggers of a workflow listen, or no longer. */
  public N8nWorkflow activate(String id, boolean active)
      throws DeployException, InterruptedException {
    String verb = active ? "/activate" : "/deactivate";
    return made(send(request(WORKFLOWS + "/" + encoded(id) + verb).POST(BodyPublishers.noBody())));
  }

  private N8nWorkflow made(Answer answer) throws DeployException {
    N8nWorkflow workflow = N8nWorkflow.of(content(answer));
    if (workflow.id().isEmpty()) {
      throw noApi("");
    }
    return workflow;
  }

  private static HttpRequest.BodyPublisher text(JsonObject body) {
    return BodyPublishers.ofString(Json.write(body));
  }

  private static HttpRequest.Builder json(HttpRequest.Builder request) {
    return request.header("Content-Type", "application/json");
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = link.request(path);
    key.ifPresent(secret -> request.header("X-N8N-API-KEY", secret));
    return request;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /**
   * What the server answered.
   *
   * @param object its body where that is a JSON object
   */
  private record Answer(int status, Optional<JsonObject> object) {
    /** What it says of itself; empty where it says nothing. */
    String message() {
      return object.map(each -> each.get("message")).orElse("") instanceof String text
          ? text.strip()
          : "";
    }

    /** Whether the API answered, rather than something that does not know it. */
    boolean isOfTheApi() {
      return object.isPresent();
    }
  }

  private Answer send(HttpRequest.Builder request) throws DeployException, InterruptedException {
    try {
      ServerLink.Answer answer = link.send(request.build());
      return new Answer(answer.status(), object(answer.body()));
    } catch (IOException e) {
      throw new DeployException(
          Reason.UNREACHABLE,
          "the n8n server "
              + server
              + " cannot be reached: "
              + ServerLink.reason(e)
              + "; is it running?",
          e);
    }
  }

  private static Optional<JsonObject> object(byte[] bytes) {
    try {
      return Json.parse(new ByteArrayInputStream(bytes), JsonLimits.DATA) instanceof JsonObject json
          ? Optional.of(json)
          : Optional.empty();
    } catch (JsonException e) {
      return Optional.empty(); // a page, say: told as what it is
    }
  }

  private JsonObject content(Answer answer) throws DeployException {
    if (answer.status() < 300 && answer.object().isPresent()) {
      return answer.object().get();
    }
    throw switch (answer.status()) {
      case 401 ->
          new DeployException(
              Reason.NOT_ALLOWED,
              key.isEmpty()
                  ? server
                      + " asks for an API key: make one in n8n under Settings, n8n API, and"
                      + " give it with --token-file or CONCERTMASTER_TOKEN"
                  : server
                      + " refuses the API key: it was deleted, has expired, or is another"
                      + " server's; make a new one in n8n under Settings, n8n API");
      case 403 ->
          new DeployException(
              Reason.NOT_ALLOWED,
              server
                  + " does not allow this: the scopes of the API key do not reach so far"
                  + quoted(answer)
                  + "; it needs to list, read, create, update and activate workflows");
      default ->
          answer.isOfTheApi() && answer.status() >= 400
              ? new DeployException(
                  answer.status() < 500 ? Reason.REFUSED : Reason.UNREACHABLE,
                  server + " answers " + answer.status() + quoted(answer))
              : noApi(" (status " + answer.status() + ")");
    };
  }

  private static String quoted(Answer answer) {
    String message = answer.message().replaceAll("\\s+", " ");
    return message.isEmpty() ? "" : ": “" + message + "”";
  }

  private DeployException noApi(String status) {
    return new DeployException(
        Reason.UNREACHABLE,
        "what answers at "
            + server
            + " is no public API of n8n"
            + status
            + ": check the address, and whether the server has its API switched on");
  }

  @Override
  public void close() {
    link.close();
  }
}
