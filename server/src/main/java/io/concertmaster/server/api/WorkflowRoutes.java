package io.concertmaster.server.api;

import static io.concertmaster.server.http.Schema.list;
import static io.concertmaster.server.http.Schema.named;
import static io.concertmaster.server.http.Schema.object;
import static io.concertmaster.server.http.Schema.text;

import io.concertmaster.engine.ActiveWorkflow;
import io.concertmaster.engine.Engine;
import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.Opening;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.diff.WorkflowDifference;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.server.http.Answer;
import io.concertmaster.server.http.Call;
import io.concertmaster.server.http.HttpProblem;
import io.concertmaster.server.http.Input;
import io.concertmaster.server.http.Route;
import io.concertmaster.server.http.Schema.Member;
import io.concertmaster.server.library.Kept;
import io.concertmaster.server.library.Library;
import io.concertmaster.server.project.Project;
import io.concertmaster.server.project.Projects;
import io.concertmaster.server.store.Kind;
import io.concertmaster.server.store.Version;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Workflows: drafts, versions, what is live, what listens. */
final class WorkflowRoutes {
  /** A workflow file, at most. */
  static final int FILE = 16 << 20;

  private static final int SMALL = 10_000;
  private static final String WORKFLOWS = "/api/v1/workflows";
  private static final String ONE = WORKFLOWS + "/{workflow}";

  private final Projects projects;
  private final Library library;

  WorkflowRoutes(Projects projects, Library library) {
    this.projects = projects;
    this.library = library;
  }

  List<Route> routes() {
    JsonObject stored =
        object(
            Member.of("version", named("Version")),
            Member.of("problems", list(named("WorkflowProblem"))));
    return List.of(
        Route.get(WORKFLOWS, Rules.LOOK, "listWorkflows", "The workflows of a project")
            .answers(200, object(Member.of("workflows", list(named("Workflow")))))
            .by(this::all),
        Route.get(
                ONE,
                Rules.LOOK,
                "getWorkflow",
                "A workflow, which of its versions is live, and for what its triggers wait")
            .answers(200, named("Workflow"))
            .by(this::get),
        Route.put(ONE, Rules.CHANGE, "putWorkflow", "Keeps a workflow as its newest draft")
            .takes(FILE, named("WorkflowFile"))
            .answers(200, stored)
            .by(this::put),
        Route.delete(ONE, Rules.CHANGE, "deleteWorkflow", "Takes a workflow away; its runs stay")
            .by(this::delete),
        Route.get(ONE + "/versions", Rules.LOOK, "listVersions", "All versions, newest first")
            .answers(200, object(Member.of("versions", list(named("Version")))))
            .by(this::versions),
        Route.get(
                ONE + "/versions/{version}",
                Rules.LOOK,
                "getVersion",
                "A version by number, or the one that is “live” or the “draft”")
            .answers(
                200,
                object(
                    Member.of("version", named("Version")),
                    Member.of("workflow", named("WorkflowFile")),
                    Member.of("problems", list(named("WorkflowProblem")))))
            .by(this::version),
        Route.post(ONE + "/live", Rules.CHANGE, "makeLive", "Makes a version the one that runs")
            .takes(SMALL, object(Member.maybe("version", text("A number, or “draft”"))))
            .answers(200, named("Workflow"))
            .by(this::makeLive),
        Route.post(ONE + "/activate", Rules.CHANGE, "activate", "Lets the triggers listen")
            .answers(200, named("Workflow"))
            .by(call -> activate(call, true)),
        Route.post(ONE + "/deactivate", Rules.CHANGE, "deactivate", "Lets the triggers rest")
            .answers(200, named("Workflow"))
            .by(call -> activate(call, false)),
        Route.post(ONE + "/rollback", Rules.CHANGE, "rollBack", "Goes back to what was live before")
            .answers(200, named("Workflow"))
            .by(this::rollBack),
        Route.get(ONE + "/diff", Rules.LOOK, "compareVersions", "What differs between two versions")
            .query("from", "the older one: a number, “live” or “draft”; “live” by default")
            .query("to", "the newer one; “draft” by default")
            .answers(200, named("Difference"))
            .by(this::compare),
        Route.post(
                ONE + "/diff",
                Rules.LOOK,
                "compareFile",
                "What a file would change in what is live")
            .takes(FILE, named("WorkflowFile"))
            .answers(200, named("Difference"))
            .notAudited()
            .by(this::compareFile),
        Route.post(
                "/api/v1/check",
                Rules.LOOK,
                "checkWorkflow",
                "What would be wrong with a file here")
            .takes(FILE, named("WorkflowFile"))
            .answers(200, object(Member.of("problems", list(named("WorkflowProblem")))))
            .notAudited()
            .by(this::check));
  }

  private Project project(Call call) throws HttpProblem {
    return projects.get(call.project());
  }

  private Answer all(Call call) throws HttpProblem {
    return Answer.ok(
        JsonText.list("workflows", library.all(project(call), Kind.WORKFLOW), WorkflowJson::of));
  }

  private Answer get(Call call) throws HttpProblem, EngineException {
    String id = call.value("workflow");
    JsonObject json = WorkflowJson.of(library.workflow(project(call), id));
    Engine engine = project(call).engine();
    Optional<ActiveWorkflow> active =
        engine.active().stream().filter(each -> each.id().equals(id)).findFirst();
    if (active.isEmpty()) {
      return Answer.ok(json);
    }
    Map<String, String> paths = new HashMap<>();
    for (Opening each : engine.openings()) {
      if (each.workflowId().equals(id)) {
        each.path()
            .ifPresent(path -> paths.put(each.node(), Projects.prefix(call.project()) + path));
      }
    }
    return Answer.ok(json.with("listening", WorkflowJson.of(active.get(), paths)));
  }

  /** The workflow in the body; its id must be that of the path. */
  private Workflow sent(Call call) throws HttpProblem {
    Workflow workflow = library.parse(call.text());
    if (!workflow.id().equals(call.value("workflow"))) {
      throw HttpProblem.badRequest(
          "the file's id is “" + workflow.id() + "”, the path says another one");
    }
    return workflow;
  }

  private Answer put(Call call) throws HttpProblem {
    Workflow workflow = sent(call);
    Version version = library.put(project(call), workflow, call.caller().name());
    return Answer.ok(
        JsonObject.of("version", WorkflowJson.of(version))
            .with("problems", WorkflowJson.of(library.problems(project(call), workflow))));
  }

  private Answer delete(Call call) throws Exception {
    library.delete(project(call), call.value("workflow"));
    return Answer.nothing();
  }

  private Answer versions(Call call) throws HttpProblem {
    List<Version> versions = library.versions(project(call), call.value("workflow"));
    return Answer.ok(JsonText.list("versions", versions, WorkflowJson::of));
  }

  private Answer version(Call call) throws HttpProblem {
    Kept kept = library.version(project(call), call.value("workflow"), call.value("version"));
    return Answer.ok(
        JsonObject.of("version", WorkflowJson.of(kept.version()))
            .with("workflow", Json.parse(library.text(kept.version())))
            .with("problems", WorkflowJson.of(library.problems(project(call), kept.workflow()))));
  }

  private Answer makeLive(Call call) throws Exception {
    Input input = call.input();
    String version = input.maybeText("version").orElse("draft");
    input.noOthers();
    library.release(project(call), call.value("workflow"), version, call.caller().name());
    return get(call);
  }

  private Answer activate(Call call, boolean active) throws Exception {
    library.activate(project(call), call.value("workflow"), active);
    return get(call);
  }

  private Answer rollBack(Call call) throws Exception {
    library.rollBack(project(call), call.value("workflow"));
    return get(call);
  }

  private Answer compare(Call call) throws HttpProblem {
    WorkflowDifference difference =
        library.difference(
            project(call),
            call.value("workflow"),
            call.asked("from").orElse("live"),
            call.asked("to").orElse("draft"));
    return Answer.ok(WorkflowJson.of(difference));
  }

  private Answer compareFile(Call call) throws HttpProblem {
    Optional<WorkflowDifference> difference = library.fromLive(project(call), sent(call));
    if (difference.isEmpty()) {
      throw HttpProblem.conflict("not-live", "no version of this workflow is live here");
    }
    return Answer.ok(WorkflowJson.of(difference.get()));
  }

  private Answer check(Call call) throws HttpProblem {
    Workflow workflow = library.parse(call.text());
    return Answer.ok(
        JsonObject.of("problems", WorkflowJson.of(library.problems(project(call), workflow))));
  }
}
