package io.concertmaster.server.api;

import static io.concertmaster.server.http.Schema.flag;
import static io.concertmaster.server.http.Schema.integer;
import static io.concertmaster.server.http.Schema.list;
import static io.concertmaster.server.http.Schema.object;
import static io.concertmaster.server.http.Schema.text;
import static io.concertmaster.server.http.Schema.time;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.RunId;
import io.concertmaster.forms.CheckedAnswer;
import io.concertmaster.forms.FormCheck;
import io.concertmaster.forms.FormException;
import io.concertmaster.forms.FormProblem;
import io.concertmaster.hosted.desk.OpenTask;
import io.concertmaster.hosted.desk.TaskFile;
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
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What runs ask of people, and answers to forms. */
final class TaskRoutes {
  private static final int ANSWER = 1 << 20;
  private static final String NODE = "id of the node that asks, where the run has several tasks";
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
            Member.of("node", text("Id of the node that asks")),
            Member.of("title", text("What there is to do")),
            Member.of("asks", text("“approval” or “form”")),
            Member.maybe("assignee", text("Whose it is")),
            Member.maybe("due", time("When it is overdue")),
            Member.maybe("remind", time("From when on it counts as due soon")),
            Member.of("link", text("Where it is answered in a browser, from the root")));
    JsonObject file =
        object(
            Member.of("file", integer("Its place among the task's files, from 0")),
            Member.of("field", text("The name under which it travels with the item")),
            Member.of("name", text("What it is called")),
            Member.of("type", text("Its media type, as whoever sent it says")),
            Member.of("size", integer("Bytes")));
    return List.of(
        Route.get(
                "/api/v1/tasks/{run}/files",
                Rules.LOOK,
                "listTaskFiles",
                "The files of what an open task is about")
            .query("node", NODE)
            .answers(200, object(Member.of("files", list(file))))
            .by(this::files),
        Route.get(
                "/api/v1/tasks/{run}/files/{file}",
                Rules.LOOK,
                "getTaskFile",
                "A file of what an open task is about, to be kept and not to be shown")
            .query("node", NODE)
            .answersText(Route.FILE)
            .by(this::file),
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
            .by(this::check));
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
            .with("node", task.node())
            .with("title", task.title())
            .with("asks", task.told().getOrDefault("asks", "approval"));
    json = JsonText.maybe(json, "assignee", task.assignee());
    json = JsonText.maybe(json, "due", task.due());
    return JsonText.maybe(json, "remind", task.remind()).with("link", prefix + task.link());
  }

  private Answer files(Call call) throws HttpProblem, EngineException {
    return Answer.ok(JsonText.list("files", tasks(call).files(task(call)), TaskRoutes::json));
  }

  private Answer file(Call call) throws HttpProblem, EngineException {
    return tasks(call)
        .file(task(call), call.value("file"))
        .<Answer>map(Answer.Download::new)
        .orElseThrow(() -> HttpProblem.notFound("the task has no such file"));
  }

  /** The open task of a run that is asked about: the first, or that of a node. */
  private OpenTask task(Call call) throws HttpProblem, EngineException {
    RunId run = call.run();
    Optional<String> node = call.asked("node");
    return tasks(call).of(run).stream()
        .filter(each -> node.isEmpty() || node.get().equals(each.node()))
        .findFirst()
        .orElseThrow(
            () -> HttpProblem.notFound("run " + run + " of this project has no such open task"));
  }

  private static JsonObject json(TaskFile file) {
    return JsonObject.of("file", (long) file.number(), "field", file.field())
        .with("name", file.name())
        .with("type", file.file().mimeType())
        .with("size", file.file().size());
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

  static JsonObject json(FormProblem problem) {
    return JsonObject.of("at", problem.pointer(), "keyword", problem.keyword())
        .with("message", problem.message());
  }
}
