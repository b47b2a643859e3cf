package io.concertmaster.server.http;

import io.concertmaster.hosted.http.Room;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonException;
import io.concertmaster.node.data.JsonLimits;
import io.concertmaster.server.access.Caller;
import io.concertmaster.server.access.Policy;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * The way of every request: the path in its one form, the route, who it is, whether they may, the
 * body, the route's work, the answer. Nothing is read of a body before the policy has let it in.
 */
final class Dispatcher extends org.eclipse.jetty.server.Handler.Abstract {
  private static final System.Logger LOG = System.getLogger(Dispatcher.class.getName());
  private static final String DEFAULT_PROJECT = "default";

  /**
   * Of the memory this part is for bodies: what is made of one, as text, as objects and as items,
   * takes some ten times as much.
   */
  private static final int PART_FOR_BODIES = 16;

  private final Room bodies = new Room(Runtime.getRuntime().maxMemory() / PART_FOR_BODIES);
  private final RouteTable routes;
  private final Gate gate;
  private final Ledger ledger;
  private final Limits limits;

  Dispatcher(RouteTable routes, Gate gate, Ledger ledger, Limits limits) {
    this.limits = limits;
    this.routes = routes;
    this.gate = gate;
    this.ledger = ledger;
  }

  /** What is known of a request while it is served, for the ledger. */
  private static final class Known {
    private Caller caller = Caller.NOBODY;
    private String project = "";
    private @Nullable Route route;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Known known = new Known();
    Answers answers = new Answers(request, response, callback);
    int status;
    try (Room.Share body = bodies.share()) {
      Answer answer = serve(request, known, body);
      note(request, known, status(answer, known));
      status = answers.give(answer);
    } catch (HttpProblem problem) {
      status = refuse(request, known, problem, answers);
    } catch (Exception e) {
      HttpProblem problem = Failures.of(e).orElseGet(() -> unexpected(request, e));
      status = refuse(request, known, problem, answers);
    } catch (OutOfMemoryError | StackOverflowError e) {
      status = refuse(request, known, unexpected(request, e), answers);
    }
    return status > 0;
  }

  private static int status(Answer answer, Known known) {
    return switch (answer) {
      case Answer.Page page -> page.answer().status();
      case Answer.Json json -> json.status();
      case Answer.Nothing nothing -> 204;
      default -> known.route == null ? 200 : known.route.status();
    };
  }

  private int refuse(Request request, Known known, HttpProblem problem, Answers answers) {
    note(request, known, problem.status());
    boolean page = known.route != null && known.route.page();
    return page
        ? answers.give(new Answer.Page(PageProblems.of(request, problem)))
        : answers.give(problem);
  }

  private Answer serve(Request request, Known known, Room.Share room) throws Exception {
    List<String> segments = CanonicalPath.segments(rawPath(request));
    RouteTable.Match match = routes.find(request.getMethod(), segments);
    Route route = match.route();
    known.route = route;
    InetSocketAddress peer = peer(request);
    boolean loopback = peer != null && peer.getAddress().isLoopbackAddress();
    Caller caller =
        route.page() ? gate.visitor(PageCall.session(request)) : gate.who(token(request), loopback);
    known.caller = caller;
    if (route.page() && route.method() == Method.POST) {
      PageCall.mustBeOurs(request);
    }
    Map<String, String> query =
        QueryText.parse(request.getHttpURI().getQuery(), route.query().keySet());
    String project =
        (route.page() ? match.values() : query).getOrDefault("project", DEFAULT_PROJECT);
    known.project = route.policy() instanceof Policy.InProject ? project : "";
    allow(caller, route, project);
    String text = body(request, route.body(), room);
    Call call =
        new Call(
            caller,
            project,
            peer == null ? "" : peer.getAddress().getHostAddress(),
            loopback,
            match.values(),
            query,
            headers(request, route),
            parsed(text, route.body()),
            text,
            name -> known.caller = called(name),
            route.page() ? Optional.of(new PageCall(request)) : Optional.empty());
    return route.handler().handle(call);
  }

  /** Somebody whose name is known, and who has no session yet, or no more. */
  private static Caller called(String name) {
    return new Caller(name, "", Map.of(), Set.of(), Optional.empty());
  }

  private static void allow(Caller caller, Route route, String project) throws HttpProblem {
    if (caller.may(route.policy(), project)) {
      return;
    }
    if (!caller.isKnown()) {
      throw new HttpProblem(
          401, "not-signed-in", "send a token: Authorization: Bearer cm_…; see docs/server.md");
    }
    throw new HttpProblem(
        403, "not-allowed", "your role or the scopes of your token do not allow this here");
  }

  private static String rawPath(Request request) throws HttpProblem {
    String raw = request.getHttpURI().getPath();
    if (raw == null) {
      throw HttpProblem.badRequest("the request has no path");
    }
    return raw;
  }

  private static @Nullable InetSocketAddress peer(Request request) {
    return request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress at
        ? at
        : null;
  }

  private static @Nullable String token(Request request) throws HttpProblem {
    String header = RequestBody.one(request, HttpHeader.AUTHORIZATION);
    if (header == null) {
      return null;
    }
    if (header.length() > 7 && header.regionMatches(true, 0, "Bearer ", 0, 7)) {
      return header.substring(7).strip();
    }
    throw new HttpProblem(
        401, "not-signed-in", "only bearer tokens are taken: Authorization: Bearer cm_…");
  }

  private static Map<String, String> headers(Request request, Route route) throws HttpProblem {
    if (route.headers().isEmpty()) {
      return Map.of();
    }
    Map<String, String> headers = new HashMap<>();
    for (String name : route.headers().keySet()) {
      List<String> values = request.getHeaders().getValuesList(name);
      if (values.size() > 1) {
        throw HttpProblem.badRequest("the header " + name + " stands there twice");
      }
      if (!values.isEmpty()) {
        headers.put(name, values.getFirst());
      }
    }
    return headers;
  }

  private String body(Request request, BodyRule rule, Room.Share room) throws HttpProblem {
    return switch (rule) {
      case BodyRule.Fields fields -> "";
      case BodyRule.None none -> {
        RequestBody.mustBeEmpty(request);
        yield "";
      }
      case BodyRule.Json json -> {
        RequestBody.mustBeJson(request);
        yield text(RequestBody.read(request, json.limit(), limits.body(), room));
      }
    };
  }

  private static String text(byte[] bytes) throws HttpProblem {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw HttpProblem.badRequest("the body is no UTF-8 text");
    }
  }

  private static @Nullable Object parsed(String text, BodyRule rule) throws HttpProblem {
    if (!(rule instanceof BodyRule.Json json)) {
      return null;
    }
    try {
      JsonLimits limits = new JsonLimits(json.limit(), 80, json.limit());
      return Json.parse(text, limits);
    } catch (JsonException e) {
      throw HttpProblem.badRequest("the body is no JSON that is taken here: " + e.getMessage());
    }
  }

  private void note(Request request, Known known, int status) {
    Route route = known.route;
    if (route == null) {
      return;
    }
    boolean refused = status == 401 || status == 403 || status == 429;
    // A page that comes again, the next one of a form, or what its script asks for, changes
    // nothing.
    boolean changes = route.audited() && (!route.page() || status == 303);
    if (changes || refused) {
      InetSocketAddress peer = peer(request);
      ledger.note(
          known.caller,
          peer == null ? "" : peer.getAddress().getHostAddress(),
          known.project,
          route.id(),
          String.valueOf(request.getHttpURI().getPath()),
          status);
    }
  }

  private static HttpProblem unexpected(Request request, Throwable e) {
    String number = UUID.randomUUID().toString().substring(0, 8);
    LOG.log(
        System.Logger.Level.ERROR,
        "error " + number + " at " + request.getMethod() + " " + request.getHttpURI().getPath(),
        e);
    return new HttpProblem(
        500, "internal", "an error inside the server; its log tells more under number " + number);
  }
}
