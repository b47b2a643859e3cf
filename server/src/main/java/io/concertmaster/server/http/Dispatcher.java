package io.concertmaster.server.http;

import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonException;
import io.concertmaster.node.data.JsonLimits;
import io.concertmaster.server.access.Caller;
import io.concertmaster.server.access.Policy;
import java.io.ByteArrayInputStream;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    try {
      Answer answer = serve(request, known);
      note(request, known, 200);
      status = answers.give(answer);
    } catch (Problem problem) {
      note(request, known, problem.status());
      status = answers.give(problem);
    } catch (Exception e) {
      Problem problem = Failures.of(e).orElseGet(() -> unexpected(request, e));
      note(request, known, problem.status());
      status = answers.give(problem);
    }
    return status > 0;
  }

  private Answer serve(Request request, Known known) throws Exception {
    List<String> segments = CanonicalPath.segments(rawPath(request));
    RouteTable.Match match = routes.find(request.getMethod(), segments);
    Route route = match.route();
    known.route = route;
    InetSocketAddress peer = peer(request);
    boolean loopback = peer != null && peer.getAddress().isLoopbackAddress();
    Caller caller = gate.who(token(request), loopback);
    known.caller = caller;
    Map<String, String> query =
        QueryText.parse(request.getHttpURI().getQuery(), route.query().keySet());
    String project = query.getOrDefault("project", DEFAULT_PROJECT);
    known.project = route.policy() instanceof Policy.InProject ? project : "";
    allow(caller, route, project);
    byte[] bytes = body(request, route.body());
    Call call =
        new Call(
            caller,
            project,
            peer == null ? "" : peer.getAddress().getHostAddress(),
            loopback,
            match.values(),
            query,
            headers(request, route),
            parsed(bytes, route.body()),
            bytes);
    return route.handler().handle(call);
  }

  private static void allow(Caller caller, Route route, String project) throws Problem {
    if (caller.may(route.policy(), project)) {
      return;
    }
    if (!caller.isKnown()) {
      throw new Problem(
          401, "not-signed-in", "send a token: Authorization: Bearer cm_…; see docs/server.md");
    }
    throw new Problem(
        403, "not-allowed", "your role or the scopes of your token do not allow this here");
  }

  private static String rawPath(Request request) throws Problem {
    String raw = request.getHttpURI().getPath();
    if (raw == null) {
      throw Problem.badRequest("the request has no path");
    }
    return raw;
  }

  private static @Nullable InetSocketAddress peer(Request request) {
    return request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress at
        ? at
        : null;
  }

  private static @Nullable String token(Request request) throws Problem {
    String header = RequestBody.one(request, HttpHeader.AUTHORIZATION);
    if (header == null) {
      return null;
    }
    if (header.length() > 7 && header.regionMatches(true, 0, "Bearer ", 0, 7)) {
      return header.substring(7).strip();
    }
    throw new Problem(
        401, "not-signed-in", "only bearer tokens are taken: Authorization: Bearer cm_…");
  }

  private static Map<String, String> headers(Request request, Route route) throws Problem {
    if (route.headers().isEmpty()) {
      return Map.of();
    }
    Map<String, String> headers = new HashMap<>();
    for (String name : route.headers().keySet()) {
      List<String> values = request.getHeaders().getValuesList(name);
      if (values.size() > 1) {
        throw Problem.badRequest("the header " + name + " stands there twice");
      }
      if (!values.isEmpty()) {
        headers.put(name, values.getFirst());
      }
    }
    return headers;
  }

  private byte[] body(Request request, BodyRule rule) throws Problem {
    return switch (rule) {
      case BodyRule.None none -> {
        RequestBody.mustBeEmpty(request);
        yield new byte[0];
      }
      case BodyRule.Json json -> {
        RequestBody.mustBeJson(request);
        yield RequestBody.read(request, json.limit(), limits.body());
      }
    };
  }

  private static @Nullable Object parsed(byte[] bytes, BodyRule rule) throws Problem {
    if (!(rule instanceof BodyRule.Json json)) {
      return null;
    }
    try {
      JsonLimits limits = new JsonLimits(json.limit(), 80, json.limit());
      return Json.parse(new ByteArrayInputStream(bytes), limits);
    } catch (JsonException e) {
      throw Problem.badRequest("the body is no JSON that is taken here: " + e.getMessage());
    }
  }

  private void note(Request request, Known known, int status) {
    Route route = known.route;
    if (route == null) {
      return;
    }
    boolean refused = status == 401 || status == 403 || status == 429;
    if (route.audited() || refused) {
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

  private static Problem unexpected(Request request, Exception e) {
    String number = UUID.randomUUID().toString().substring(0, 8);
    LOG.log(
        System.Logger.Level.ERROR,
        "error " + number + " at " + request.getMethod() + " " + request.getHttpURI().getPath(),
        e);
    return new Problem(
        500, "internal", "an error inside the server; its log tells more under number " + number);
  }
}
