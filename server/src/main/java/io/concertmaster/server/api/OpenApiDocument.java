package io.concertmaster.server.api;

import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.server.access.Policy;
import io.concertmaster.server.http.BodyRule;
import io.concertmaster.server.http.Route;
import io.concertmaster.server.http.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** The document of the API (OpenAPI 3.1), made from the table of routes. */
final class OpenApiDocument {
  private OpenApiDocument() {}

  static JsonObject of(List<Route> routes) {
    Map<String, JsonObject> paths = new LinkedHashMap<>();
    TreeSet<String> tags = new TreeSet<>();
    for (Route route : routes) {
      String method = route.method().name().toLowerCase(Locale.ROOT);
      JsonObject path = paths.getOrDefault(route.path(), JsonObject.empty());
      paths.put(route.path(), path.with(method, operation(route)));
      tags.add(tag(route));
    }
    JsonObject.Builder all = JsonObject.builder();
    paths.forEach(all::put);
    return JsonObject.of("openapi", "3.1.1", "info", info())
        .with("servers", JsonArray.of(JsonObject.of("url", "/")))
        .with(
            "tags",
            JsonArray.copyOf(
                tags.stream()
                    .map(each -> JsonObject.of("name", each, "description", "About " + each))
                    .toList()))
        .with("paths", all.build())
        .with("components", components());
  }

  private static JsonObject info() {
    return JsonObject.of("title", "ConcertMaster", "version", "1")
        .with(
            "description",
            "Workflows on a durable engine: deploy them, start runs, see the data at every step.")
        .with("license", JsonObject.of("name", "MIT", "identifier", "MIT"));
  }

  private static JsonObject components() {
    JsonObject.Builder schemas = JsonObject.builder();
    Shapes.ALL.keySet().stream().sorted().forEach(name -> schemas.put(name, Shapes.ALL.get(name)));
    return JsonObject.of("schemas", schemas.build())
        .with(
            "responses",
            JsonObject.of(
                "Problem",
                content(
                    "What went wrong (RFC 9457)",
                    "application/problem+json",
                    Schema.named("Problem"))))
        .with(
            "securitySchemes",
            JsonObject.of(
                "token",
                JsonObject.of("type", "http", "scheme", "bearer")
                    .with("description", "A token: cm_…")));
  }

  private static JsonObject operation(Route route) {
    JsonObject operation =
        JsonObject.of("operationId", route.id(), "summary", route.summary())
            .with("description", description(route))
            .with("tags", JsonArray.of(tag(route)));
    List<JsonObject> parameters = parameters(route);
    if (!parameters.isEmpty()) {
      operation = operation.with("parameters", JsonArray.copyOf(parameters));
    }
    if (route.body() instanceof BodyRule.Json body) {
      operation =
          operation.with(
              "requestBody",
              JsonObject.of(
                      "content",
                      JsonObject.of("application/json", JsonObject.of("schema", body.schema())))
                  .with("required", true));
    }
    boolean open = route.policy() instanceof Policy.Open;
    JsonArray security =
        open ? JsonArray.empty() : JsonArray.of(JsonObject.of("token", JsonArray.empty()));
    return operation.with("responses", responses(route)).with("security", security);
  }

  private static String description(Route route) {
    String who =
        switch (route.policy()) {
          case Policy.Open open -> "Open to everybody: " + open.why() + ".";
          case Policy.Known known -> "For everybody with a token.";
          case Policy.InProject rule ->
              "For the role "
                  + rule.role().id()
                  + " in the project, by a token with the scope "
                  + rule.scope().id()
                  + ".";
          case Policy.Everywhere rule ->
              "For the role "
                  + rule.role().id()
                  + " in all projects, by a token with the scope "
                  + rule.scope().id()
                  + ".";
        };
    return route.body() instanceof BodyRule.Json body
        ? who + " The body has at most " + body.limit() + " bytes."
        : who;
  }

  private static List<JsonObject> parameters(Route route) {
    List<JsonObject> parameters = new ArrayList<>();
    for (String name : route.variables()) {
      parameters.add(parameter(name, "path", "The " + name).with("required", true));
    }
    route.query().forEach((name, meaning) -> parameters.add(parameter(name, "query", meaning)));
    route.headers().forEach((name, meaning) -> parameters.add(parameter(name, "header", meaning)));
    return parameters;
  }

  private static JsonObject parameter(String name, String place, String meaning) {
    return JsonObject.of("name", name, "in", place)
        .with("description", meaning)
        .with("schema", JsonObject.of("type", "string"));
  }

  private static JsonObject responses(Route route) {
    JsonObject responses =
        JsonObject.of(
            Integer.toString(route.status()),
            response(route, route.status(), route.status() == 204 ? "Done" : "All is well"));
    for (Map.Entry<Integer, String> each : route.others().entrySet()) {
      responses =
          responses.with(each.getKey().toString(), response(route, each.getKey(), each.getValue()));
    }
    JsonObject problem = JsonObject.of("$ref", "#/components/responses/Problem");
    return responses.with("4XX", problem).with("default", problem);
  }

  private static JsonObject response(Route route, int status, String meaning) {
    return status == 204
        ? JsonObject.of("description", meaning)
        : content(
            meaning,
            route.mediaType(),
            switch (route.mediaType()) {
              case "application/json" -> route.answer();
              case Route.FILE -> JsonObject.of("type", "string", "format", "binary");
              default -> JsonObject.of("type", "string");
            });
  }

  private static JsonObject content(String description, String mediaType, JsonObject schema) {
    return JsonObject.of("description", description)
        .with("content", JsonObject.of(mediaType, JsonObject.of("schema", schema)));
  }

  /** What a route is about: the first word of its path after the version. */
  private static String tag(Route route) {
    String path = route.path().replaceFirst("^/api/v1", "");
    String[] words = path.split("/", 3);
    return words[1].contains(".") ? "api" : words[1];
  }
}
