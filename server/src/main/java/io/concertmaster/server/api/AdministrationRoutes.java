package io.concertmaster.server.api;

import static io.concertmaster.server.http.Schema.integer;
import static io.concertmaster.server.http.Schema.list;
import static io.concertmaster.server.http.Schema.object;
import static io.concertmaster.server.http.Schema.text;
import static io.concertmaster.server.http.Schema.time;

import io.concertmaster.node.data.JsonObject;
import io.concertmaster.server.access.Caller;
import io.concertmaster.server.document.Paths;
import io.concertmaster.server.http.Answer;
import io.concertmaster.server.http.Call;
import io.concertmaster.server.http.Input;
import io.concertmaster.server.http.Route;
import io.concertmaster.server.http.Schema.Member;
import io.concertmaster.server.project.Projects;
import io.concertmaster.server.store.AuditRows;
import java.util.List;
import java.util.Map;

/** Projects, and the log of what was done. */
final class AdministrationRoutes {
  private static final int SMALL = 10_000;
  private static final int LISTED = 1_000;

  private final Projects projects;
  private final AuditRows audit;

  AdministrationRoutes(Projects projects, AuditRows audit) {
    this.projects = projects;
    this.audit = audit;
  }

  List<Route> routes() {
    JsonObject project =
        object(Member.of("id", text("Its id")), Member.of("name", text("What it is called")));
    JsonObject line =
        object(
            Member.of("number", integer("Counts up")),
            Member.of("at", time("When")),
            Member.of("who", text("By whom")),
            Member.of("address", text("From where")),
            Member.maybe("project", text("In which project")),
            Member.of("what", text("The operation")),
            Member.of("path", text("Of the request")),
            Member.of("status", integer("Of the answer")));
    return List.of(
        Route.get(
                "/api/v1/projects",
                Rules.KNOWN,
                "listProjects",
                "The projects in which one has a role")
            .answers(200, object(Member.of("projects", list(project))))
            .by(this::projects),
        Route.put(
                "/api/v1/projects/{project}",
                Rules.ADMINISTER,
                "putProject",
                "Makes a project, or names it anew")
            .takes(SMALL, object(Member.of("name", text("What it is called"))))
            .answers(200, project)
            .by(this::put),
        Route.delete(
                "/api/v1/projects/{project}",
                Rules.ADMINISTER,
                "deleteProject",
                "Takes a project away that has no workflows and forms any more, and no runs that"
                    + " have not ended; with it go its past runs, variables, files, credentials,"
                    + " roles and tokens")
            .by(this::delete),
        Route.get(
                "/api/v1/audit",
                Rules.ADMINISTER,
                "readAudit",
                "What was done and what was refused, newest first")
            .query("before", "only lines with a smaller number")
            .query("limit", "how many, 100 by default, 1000 at most")
            .answers(200, object(Member.of("lines", list(line))))
            .by(this::lines));
  }

  private Answer projects(Call call) {
    Caller caller = call.caller();
    List<Map.Entry<String, String>> seen =
        projects.names().entrySet().stream()
            .filter(each -> caller.roleIn(each.getKey()).isPresent())
            .toList();
    return Answer.ok(
        JsonText.list(
            "projects", seen, each -> JsonObject.of("id", each.getKey(), "name", each.getValue())));
  }

  private Answer put(Call call) throws Exception {
    String id = Paths.id(call.value("project"), "the id of a project");
    Input input = call.input();
    String name = input.text("name");
    input.noOthers();
    projects.put(id, name);
    return Answer.ok(JsonObject.of("id", id, "name", name));
  }

  private Answer delete(Call call) throws Exception {
    projects.delete(call.value("project"));
    return Answer.nothing();
  }

  private Answer lines(Call call) throws Exception {
    long before = call.number("before", 1, Long.MAX_VALUE).orElse(Long.MAX_VALUE);
    int limit = (int) call.number("limit", 1, LISTED).orElse(100);
    return Answer.ok(
        JsonText.list("lines", audit.before(before, limit), AdministrationRoutes::json));
  }

  private static JsonObject json(AuditRows.Line line) {
    JsonObject json =
        JsonObject.of("number", line.number(), "at", line.at())
            .with("who", line.who())
            .with("address", line.address());
    return (line.project().isEmpty() ? json : json.with("project", line.project()))
        .with("what", line.what())
        .with("path", line.path())
        .with("status", line.status());
  }
}
