package io.concertmaster.server.api;

import static io.concertmaster.server.http.Schema.integer;
import static io.concertmaster.server.http.Schema.list;
import static io.concertmaster.server.http.Schema.object;
import static io.concertmaster.server.http.Schema.text;
import static io.concertmaster.server.http.Schema.time;

import io.concertmaster.hosted.desk.Responses;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.server.http.Answer;
import io.concertmaster.server.http.Call;
import io.concertmaster.server.http.Route;
import io.concertmaster.server.http.Schema;
import io.concertmaster.server.http.Schema.Member;
import io.concertmaster.server.library.Library;
import io.concertmaster.server.project.Project;
import io.concertmaster.server.project.Projects;
import io.concertmaster.server.store.Document;
import io.concertmaster.server.store.Kind;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What people have answered to forms. */
final class ResponseRoutes {
  private static final int LISTED = 1_000;

  private final Projects projects;
  private final Library library;

  ResponseRoutes(Projects projects, Library library) {
    this.projects = projects;
    this.library = library;
  }

  List<Route> routes() {
    JsonObject response =
        object(
            Member.of("run", integer("The run in which it was given")),
            Member.of("workflow", text("Id of its workflow")),
            Member.of("name", text("What the workflow was called")),
            Member.of("status", text("How the run stands")),
            Member.of("node", text("Id of the node that asked")),
            Member.of("at", time("When it was given")),
            Member.maybe("by", text("Who gave it, where that is known")),
            Member.of("answer", Schema.anyObject("What was answered, as the form's schema says")));
    return List.of(
        Route.get(
                "/api/v1/forms/{form}/responses",
                Rules.LOOK,
                "listResponses",
                "What people have answered to a form, newest runs first; kept as long as the runs")
            .query(
                "limit",
                "a page ends with the run that brings so many; 100 by default, 1000 at most")
            .query("before", "only those of runs before this one: “next” of the page before")
            .answers(
                200,
                object(
                    Member.of("responses", list(response)),
                    Member.maybe(
                        "next", integer("Where the list goes on; missing where it has ended"))))
            .by(this::responses));
  }

  private Answer responses(Call call) throws Exception {
    Project project = projects.get(call.project());
    Document form = library.document(project, Kind.FORM, call.value("form"));
    int limit = (int) call.number("limit", 1, LISTED).orElse(100);
    Map<List<String>, Boolean> asked = new HashMap<>(); // many runs are of few workflows
    Responses.Page page =
        new Responses(project.engine())
            .to(
                (workflow, named) ->
                    asked.computeIfAbsent(
                        List.of(workflow, named),
                        pair -> isAskedBy(project, form, workflow, named)),
                RunRoutes.before(call),
                limit);
    JsonObject json = JsonText.list("responses", page.responses(), ResponseRoutes::json);
    return Answer.ok(JsonText.page(json, page.next()));
  }

  /** Whether a workflow that names a form's file means a form: paths start beside the workflow. */
  private boolean isAskedBy(Project project, Document form, String workflow, String named) {
    try {
      return library
          .find(project, workflow)
          .map(found -> Path.of(found.newest().path()).resolveSibling(named).normalize())
          .filter(Path.of(form.newest().path())::equals)
          .isPresent();
    } catch (InvalidPathException noPath) {
      return false;
    }
  }

  private static JsonObject json(Responses.Response response) {
    JsonObject json =
        JsonObject.of("run", response.run().id().number(), "workflow", response.run().workflowId())
            .with("name", response.run().workflowName())
            .with("status", JsonText.word(response.run().status()))
            .with("node", response.node())
            .with("at", response.at());
    return JsonText.maybe(json, "by", response.by()).with("answer", response.answer());
  }
}
