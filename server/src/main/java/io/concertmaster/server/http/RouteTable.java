package io.concertmaster.server.http;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All routes, found by method and path. What is not in the table is not served. */
public final class RouteTable {
  private static final String HEAD = "HEAD";

  private final List<Route> routes;
  private final Node root = new Node();

  /** A place in the tree of paths: fixed segments come before one that varies. */
  private static final class Node {
    private final Map<String, Node> fixed = new HashMap<>();
    private @Nullable Node varying;
    private final EnumMap<Method, Route> routes = new EnumMap<>(Method.class);
  }

  /**
   * A route, and what stands in the varying segments of its path.
   *
   * @param values by the names of the segments
   */
  record Match(Route route, Map<String, String> values) {}

  /**
   * A table of these routes.
   *
   * @throws IllegalArgumentException when two have the same method and path, or the same id
   */
  public RouteTable(List<Route> routes) {
    this.routes = List.copyOf(routes);
    Set<String> ids = new HashSet<>();
    for (Route route : routes) {
      Node node = root;
      for (String segment : route.segments()) {
        node = Route.isVariable(segment) ? varying(node) : fixed(node, segment);
      }
      if (node.routes.put(route.method(), route) != null || !ids.add(route.id())) {
        throw new IllegalArgumentException("two routes are " + route.method() + " " + route.path());
      }
    }
  }

  private static Node varying(Node node) {
    Node next = node.varying == null ? new Node() : node.varying;
    node.varying = next;
    return next;
  }

  private static Node fixed(Node node, String segment) {
    return node.fixed.computeIfAbsent(segment, key -> new Node());
  }

  /** All routes, in the order in which they were given. */
  public List<Route> routes() {
    return routes;
  }

  /**
   * The route of a request.
   *
   * @param segments of its path, in canonical form
   * @throws HttpProblem 404 where nothing is, 405 where something else may be done
   */
  Match find(String method, List<String> segments) throws HttpProblem {
    if (segments.isEmpty()) {
      throw HttpProblem.notFound(
          "nothing is at this address itself: people find their tasks at /inbox, programs the API"
              + " at /api/v1");
    }
    List<String> values = new ArrayList<>();
    Node node = root;
    for (String segment : segments) {
      Node next = node.fixed.get(segment);
      if (next == null && node.varying != null) {
        next = node.varying;
        values.add(segment);
      }
      if (next == null) {
        throw nothingThere();
      }
      node = next;
    }
    if (node.routes.isEmpty()) {
      throw nothingThere();
    }
    Route route = method(method).map(node.routes::get).orElse(null);
    if (route != null && method.equals(HEAD) && route.mediaType().equals(Route.EVENTS)) {
      route = null; // it would never end
    }
    if (route == null) {
      String allowed = String.join(", ", allowed(node));
      throw new HttpProblem(405, "method-not-allowed", "what is taken here: " + allowed)
          .with("allow", allowed);
    }
    Map<String, String> named = new HashMap<>();
    List<String> names = route.variables();
    for (int i = 0; i < names.size(); i++) {
      named.put(names.get(i), values.get(i));
    }
    return new Match(route, named);
  }

  /** What can be done at a place: HEAD too where something is read that ends. */
  private static List<String> allowed(Node node) {
    List<String> methods = new ArrayList<>();
    node.routes.forEach((method, route) -> {
      methods.add(method.name());
      if (method == Method.GET && !route.mediaType().equals(Route.EVENTS)) {
        methods.add(HEAD);
      }
    });
    return methods;
  }

  private static Optional<Method> method(String name) {
    if (name.equals(HEAD)) {
      return Optional.of(Method.GET); // what is written of its body goes nowhere
    }
    for (Method each : Method.values()) {
      if (each.name().equals(name)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  private static HttpProblem nothingThere() {
    return HttpProblem.notFound("there is nothing at this path: see /api/v1/openapi.json");
  }
}
