package io.concertmaster.server.api;

import static io.concertmaster.server.http.Schema.integer;
import static io.concertmaster.server.http.Schema.list;
import static io.concertmaster.server.http.Schema.object;
import static io.concertmaster.server.http.Schema.text;

import io.concertmaster.node.NodeCatalog;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.server.access.Policy;
import io.concertmaster.server.access.Role;
import io.concertmaster.server.access.Scope;
import io.concertmaster.server.http.Answer;
import io.concertmaster.server.http.HttpProblem;
import io.concertmaster.server.http.Route;
import io.concertmaster.server.http.Schema;
import io.concertmaster.server.http.Schema.Member;
import io.concertmaster.server.project.Projects;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The server itself: whether it is ready, how it does, what it can run, its document. */
final class SystemRoutes {
  private final Projects projects;
  private final NodeCatalog catalog;
  private final BooleanSupplier ready;
  private final Supplier<JsonObject> document;
  private final InstantSource clock;
  private final Instant since;

  SystemRoutes(
      Projects projects,
      NodeCatalog catalog,
      BooleanSupplier ready,
      Supplier<JsonObject> document,
      InstantSource clock) {
    this.projects = projects;
    this.catalog = catalog;
    this.ready = ready;
    this.document = document;
    this.clock = clock;
    this.since = clock.instant();
  }

  List<Route> routes() {
    JsonObject node =
        object(
            Member.of("type", text("Its id in files")),
            Member.of("version", integer("Of the type")),
            Member.of("name", text("What it is called")),
            Member.of("summary", text("What it does")),
            Member.of("family", text("Its group")),
            Member.of("trigger", Schema.flag("Whether runs begin at it")));
    return List.of(
        Route.get(
                "/health",
                new Policy.Open("those who watch the server have no token"),
                "health",
                "Whether the server takes requests")
            .answers(200, object(Member.of("status", text("“ready”"))))
            .by(call -> health()),
        Route.get(
                "/metrics",
                new Policy.Everywhere(Role.VIEWER, Scope.METRICS),
                "metrics",
                "How the engines do, for Prometheus")
            .answersText("text/plain")
            .by(call ->
                new Answer.Text(
                    MetricsText.MEDIA_TYPE,
                    MetricsText.of(projects.all(), Duration.between(since, clock.instant())))),
        Route.get(
                "/api/v1/openapi.json",
                new Policy.Open("it says nothing about this server but its version"),
                "openapi",
                "This document")
            .answers(200, Schema.anyObject("An OpenAPI document"))
            .by(call -> Answer.ok(document.get())),
        Route.get("/api/v1/nodes", Rules.LOOK, "listNodes", "The node types that this server runs")
            .answers(200, object(Member.of("nodes", list(node))))
            .by(call -> Answer.ok(nodes())));
  }

  private Answer health() throws HttpProblem {
    if (!ready.getAsBoolean()) {
      throw new HttpProblem(503, "not-ready", "the server starts or stops").retryAfter(1);
    }
    return Answer.ok(JsonObject.of("status", "ready"));
  }

  private JsonObject nodes() {
    return JsonObject.of(
        "nodes",
        JsonArray.copyOf(
            catalog.all().stream()
                .map(NodeType::descriptor)
                .filter(each -> !each.standIn())
                .map(SystemRoutes::json)
                .toList()));
  }

  private static JsonObject json(NodeDescriptor node) {
    return JsonObject.of("type", node.type(), "version", node.version())
        .with("name", node.name())
        .with("summary", node.summary())
        .with("family", JsonText.word(node.family()))
        .with("trigger", node.isTrigger());
  }
}
