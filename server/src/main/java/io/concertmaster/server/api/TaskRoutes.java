package io.concertmaster.server.api;

import static io.concertmaster.server.http.Schema.flag;
import static io.concertmaster.server.http.Schema.integer;
import static io.concertmaster.server.http.Schema.list;
import static io.concertmaster.server.http.Schema.object;
import static io.concertmaster.server.http.Schema.text;
import static io.concertmaster.server.http.Schema.time;

import io.concertmaster.engine.RunId;
import io.concertmaster.forms.CheckedAnswer;
import io.concertmaster.forms.FormCheck;
import io.concertmaster.forms.FormException;
import io.concertmaster.forms.FormProblem;
import io.concertmaster.hosted.desk.OpenTask;
import io.concertmaster.hosted.desk.Responses;
import io.concertmaster.hosted.desk.Tasks;
import io.concertmaster.model.io.FormFiles;
import io.concertmaster.model.io.WorkflowFileException;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.server.http.Answer;
import io.concertmaster.server.http.Call;
import io.concertmaster.server.http.HttpProblem;
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
import java.time.InstantSource;
import java.util.List;

/** What runs ask of people, and answers to forms. */
final class TaskRoutes {
  private static final int ANSWER = 1 << 20;
  private static final int LISTED = 1_000;
  private static final List<String> LANGUAGES = List.of("en");

  private final Projects projects;
  private final Library library;
  private final InstantSource clock;

  TaskRoutes(Projects projects, Library library, InstantSource clock) {
    this.projects = projects;
    this.library = library;
    this.clock = clock;
  }

  List<Route> routes() {
    JsonObject problem =
        object(
            Member.of("at", text("The field, as a JSON Pointer into the answer")),
            Member.of("keyword", text("What of the schema is not kept")),
            Member.of("message", text("For whoever gave the answer")));
    JsonObject judged =
        object(
            Member.of("accepted", flag("Whether nothing is wrong")),
            Member.of("answer", Schema.anyObject("As it counts: without what is not asked for")),
            Member.of("problems", list(problem)));
    JsonObject task =
        object(
            Member.of("run", integer("The run that waits for it")),
            Member.of("workflow", text("Its workflow's name")),
            Member.of("token", text("Tells it from other tasks of the run")),
            Member.of("title", text("What there is to do")),
            Member.of("asks", text("“approval” or “form”")),
            Member.maybe("assignee", text("Whose it is")),
            Member.maybe("due", time("When it is overdue")),
            Member.maybe("remind", time("From when on people are reminded")),
            Member.of("link", text("Where it is answered in a browser, from the root")));
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
                "/api/v1/tasks", Rules.RUN, "listTasks", "What runs ask of people, first due first")
            .answers(200, object(Member.of("tasks", list(task))))
            .by(this::open),
        Route.post(
                "/api/v1/tasks/{run}/answer", Rules.RUN, "answerTask", "Answers the task of a run")
            .query("token", "of the task, where the run has several")
            .takes(ANSWER, Schema.anyObject("The answer, as the task's form asks for it"))
            .answers(200, judged)
            .by(this::answer),
        Route.post(
                "/api/v1/forms/{form}/check",
                Rules.LOOK,
                "checkAnswer",
                "Judges an answer to a form, as its page would")
            .takes(ANSWER, Schema.anyObject("The answer"))
            .answers(200, judged)
            .notAudited()
            .by(this::check),
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
    Responses.Page page =
        new Responses(project.engine())
            .to(
                (workflow, named) -> isAskedBy(project, form, workflow, named),
                RunRoutes.before(call),
                limit);
    JsonObject json = JsonText.list("responses", page.responses(), TaskRoutes::json);
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

  private Tasks tasks(Call call) throws HttpProblem {
    return new Tasks(projects.get(call.project()).engine(), clock);
  }

  private Answer open(Call call) throws Exception {
    String prefix = Projects.prefix(call.project());
    return Answer.ok(
        JsonText.list("tasks", tasks(call).open(), (OpenTask each) -> json(each, prefix)));
  }

  private static JsonObject json(OpenTask task, String prefix) {
    JsonObject json =
        JsonObject.of("run", task.run().number(), "workflow", task.workflow())
            .with("token", task.token())
            .with("title", task.title())
            .with("asks", task.told().getOrDefault("asks", "approval"));
    json = JsonText.maybe(json, "assignee", task.assignee());
    json = JsonText.maybe(json, "due", task.due());
    return JsonText.maybe(json, "remind", task.remind()).with("link", prefix + task.link());
  }

  private Answer answer(Call call) throws Exception {
    RunId run = call.run();
    try {
      CheckedAnswer checked =
          tasks(call).answer(run, call.asked("token"), sent(call), LANGUAGES, call.caller().name());
      return Answer.ok(json(checked));
    } catch (FormException e) {
      throw new HttpProblem(409, "broken-form", String.valueOf(e.getMessage()));
    }
  }

  private Answer check(Call call) throws Exception {
    Project project = projects.get(call.project());
    String text = library.liveForm(project, call.value("form"));
    try {
      return Answer.ok(json(FormCheck.of(FormFiles.parse(text)).check(sent(call), LANGUAGES)));
    } catch (FormException | WorkflowFileException e) {
      throw new HttpProblem(409, "broken-form", String.valueOf(e.getMessage()));
    }
  }

  private static JsonObject sent(Call call) throws HttpProblem {
    if (call.body() instanceof JsonObject answer) {
      return answer;
    }
    throw HttpProblem.badRequest("an answer is a JSON object");
  }

  private static JsonObject json(CheckedAnswer checked) {
    return JsonObject.of("accepted", checked.accepted(), "answer", checked.answer())
        .with(
            "problems",
            JsonArray.copyOf(checked.problems().stream().map(TaskRoutes::json).toList()));
  }

  private static JsonObject json(FormProblem problem) {
    return JsonObject.of("at", problem.pointer(), "keyword", problem.keyword())
        .with("message", problem.message());
  }
}
