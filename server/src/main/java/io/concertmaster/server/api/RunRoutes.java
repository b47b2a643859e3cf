package io.concertmaster.server.api;

import static io.concertmaster.server.http.Schema.integer;
import static io.concertmaster.server.http.Schema.list;
import static io.concertmaster.server.http.Schema.named;
import static io.concertmaster.server.http.Schema.object;
import static io.concertmaster.server.http.Schema.text;

import io.concertmaster.engine.Activation;
import io.concertmaster.engine.Engine;
import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.ItemListRef;
import io.concertmaster.engine.NodeView;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunPage;
import io.concertmaster.engine.RunQuery;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunView;
import io.concertmaster.engine.UncertainDecision;
import io.concertmaster.forms.CheckedAnswer;
import io.concertmaster.forms.FormException;
import io.concertmaster.hosted.desk.FormPages;
import io.concertmaster.hosted.desk.OpenTask;
import io.concertmaster.hosted.desk.Tasks;
import io.concertmaster.model.io.WorkflowFiles;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.server.http.Answer;
import io.concertmaster.server.http.Call;
import io.concertmaster.server.http.HttpProblem;
import io.concertmaster.server.http.Input;
import io.concertmaster.server.http.Route;
import io.concertmaster.server.http.Schema;
import io.concertmaster.server.http.Schema.Member;
import io.concertmaster.server.project.Project;
import io.concertmaster.server.project.Projects;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs: started, watched, looked into, steered. */
final class RunRoutes {
  private static final int INPUT = 16 << 20;
  private static final int SMALL = 10_000;
  private static final int LISTED = 1_000;
  private static final String RUNS = "/api/v1/runs";
  private static final String ONE = RUNS + "/{run}";

  private final Projects projects;
  private final RunStarts starts;
  private final BooleanSupplier serving;

  RunRoutes(Projects projects, RunStarts starts, BooleanSupplier serving) {
    this.projects = projects;
    this.starts = starts;
    this.serving = serving;
  }

  List<Route> routes() {
    JsonObject started = object(Member.of("run", integer("Its number")));
    return List.of(
        Route.post(RUNS, Rules.RUN, "startRun", "Starts a run of a workflow")
            .header(
                "Idempotency-Key",
                "with the same key and body there is one run, however often this is sent")
            .takes(
                INPUT,
                object(
                    Member.of("workflow", text("Id of the workflow")),
                    Member.maybe("version", text("“live”, “draft” or a number; live by default")),
                    Member.maybe("input", list(Schema.anyObject("An item"))),
                    Member.maybe("start", text("The node to begin at, by name or id")),
                    Member.maybe("timeout", integer("Seconds that it may take, waiting apart"))))
            .answers(201, started)
            .or(200, "The run was begun before, by a request with the same key and body")
            .notAudited() // it stands in the list of runs
            .by(this::start),
        Route.get(RUNS, Rules.LOOK, "listRuns", "The newest runs, newest first")
            .query("limit", "how many, 100 by default, 1000 at most")
            .query("workflow", "only those of this workflow")
            .query("status", "only those that stand so")
            .query("before", "only those before this run: “next” of the page before")
            .answers(
                200,
                object(
                    Member.of("runs", list(named("Run"))),
                    Member.maybe(
                        "next", integer("Where the list goes on; missing where it has ended"))))
            .by(this::newest),
        Route.get(ONE, Rules.LOOK, "getRun", "How a run stands, node by node")
            .answers(200, named("RunDetail"))
            .by(this::view),
        Route.get(ONE + "/events", Rules.LOOK, "followRun", "What happens in a run, as it happens")
            .header("Last-Event-ID", "the id of the last event that is known")
            .answersText(Route.EVENTS)
            .or(204, "The run has ended, and all that happened in it is known")
            .by(this::events),
        Route.get(
                ONE + "/nodes/{node}/items",
                Rules.LOOK,
                "getItems",
                "A page of the items that left a node")
            .query("output", "the output; the first that sent something by default")
            .query("activation", "which time the node ran, from 0; the newest by default")
            .query("from", "position of the first, 0 by default")
            .query("limit", "how many, 100 by default, 1000 at most")
            .answers(200, named("ItemPage"))
            .by(this::items),
        Route.get(ONE + "/items", Rules.LOOK, "getList", "A page of a list of items of a run")
            .query("list", "its name, as “lists” of a node's activation tells it")
            .query("from", "position of the first, 0 by default")
            .query("limit", "how many, 100 by default, 1000 at most")
            .answers(200, named("ItemPage"))
            .by(this::listed),
        Route.get(
                ONE + "/workflow",
                Rules.LOOK,
                "getRunWorkflow",
                "The definition to which a run is pinned")
            .answers(200, named("WorkflowFile"))
            .by(call -> Answer.ok(Json.parseObject(WorkflowFiles.write(run(call).workflow())))),
        Route.post(ONE + "/cancel", Rules.RUN, "cancelRun", "Ends a run for good").by(this::cancel),
        Route.post(ONE + "/resume", Rules.RUN, "resumeRun", "Takes up a run that was cut short")
            .by(this::resume),
        Route.post(
                ONE + "/decision",
                Rules.RUN,
                "decide",
                "Says what to do about a step of which nobody knows whether it happened")
            .takes(
                SMALL,
                object(
                    Member.of(
                        "decision", Schema.choice("What to do", List.of("retry", "fail", "skip")))))
            .by(this::decide),
        Route.post(
                ONE + "/answer",
                Rules.RUN,
                "answerRun",
                "Ends the wait of a run; a form page’s with one item, which is judged; a task’s by"
                    + " answerTask")
            .takes(
                INPUT,
                object(
                    Member.of("token", text("As the run tells it")),
                    Member.maybe("items", list(Schema.anyObject("An item")))))
            .by(this::answer),
        Route.post(ONE + "/retry", Rules.RUN, "retryRun", "Starts a run that has ended once more")
            .query("version", "“same”, as it was, or “live”; same by default")
            .answers(201, started)
            .by(this::retry));
  }

  private Project project(Call call) throws HttpProblem {
    return projects.get(call.project());
  }

  private Engine engine(Call call) throws HttpProblem {
    return project(call).engine();
  }

  private RunView run(Call call) throws HttpProblem, EngineException {
    RunId id = call.run();
    return engine(call)
        .run(id)
        .orElseThrow(() -> HttpProblem.notFound("there is no run " + id + " in this project"));
  }

  /** The token that ends a wait is told to those only who may end it. */
  private Answer view(Call call) throws HttpProblem, EngineException {
    JsonObject view = RunJson.of(run(call));
    boolean steers = call.caller().may(Rules.RUN, call.project());
    return Answer.ok(steers ? view : view.without("answerToken").without("answerTokens"));
  }

  private Answer start(Call call) throws Exception {
    RunStarts.Started started = starts.start(project(call), call, call.header("Idempotency-Key"));
    RunId run = started.run();
    JsonObject json = JsonObject.of("run", run.number());
    String path = RUNS + "/" + run;
    return started.before() ? Answer.known(json, path) : Answer.created(json, path);
  }

  private Answer newest(Call call) throws HttpProblem, EngineException {
    int limit = (int) call.number("limit", 1, LISTED).orElse(100);
    RunQuery query = new RunQuery(call.asked("workflow"), statuses(call), before(call), limit);
    RunPage page = engine(call).runs(query);
    JsonObject json = JsonText.list("runs", page.runs(), RunJson::of);
    return Answer.ok(JsonText.page(json, page.next()));
  }

  private static Set<RunStatus> statuses(Call call) throws HttpProblem {
    Optional<String> asked = call.asked("status");
    if (asked.isEmpty()) {
      return Set.of();
    }
    return Arrays.stream(RunStatus.values())
        .filter(each -> JsonText.word(each).equals(asked.get()))
        .findFirst()
        .map(Set::of)
        .orElseThrow(() ->
            HttpProblem.badRequest(
                "“status” is one of "
                    + Arrays.stream(RunStatus.values())
                        .map(JsonText::word)
                        .collect(Collectors.joining(", "))));
  }

  /** The run before which a page of a list of runs begins. */
  static Optional<RunId> before(Call call) throws HttpProblem {
    OptionalLong run = call.number("before", 1, Long.MAX_VALUE);
    return run.isPresent() ? Optional.of(new RunId(run.getAsLong())) : Optional.empty();
  }

  private Answer events(Call call) throws HttpProblem, EngineException {
    RunView view = run(call);
    String last = call.header("Last-Event-ID").orElse("0");
    if (!last.matches("[0-9]{1,18}")) {
      throw HttpProblem.badRequest("Last-Event-ID is the id of an event");
    }
    RunFollower follower = new RunFollower(engine(call), view.id(), Long.parseLong(last), serving);
    if (view.status().ended() && follower.missed().isEmpty()) {
      return Answer.nothing(); // tells browsers not to come back
    }
    return new Answer.Events(follower::follow);
  }

  private Answer items(Call call) throws HttpProblem, EngineException {
    RunView view = run(call);
    String name = call.value("node");
    NodeView node =
        Optional.ofNullable(view.nodes().get(name))
            .orElseThrow(
                () -> HttpProblem.notFound("no node of the id “" + name + "” ran in this run"));
    List<Activation> activations = node.activations();
    int index =
        (int) call.number("activation", 0, activations.size() - 1L).orElse(activations.size() - 1L);
    Activation activation = activations.get(index);
    Optional<String> output = call.asked("output");
    Optional<ItemListRef> list =
        output.isPresent()
            ? Optional.ofNullable(activation.outputs().get(output.get()))
            : activation.outputs().values().stream().findFirst();
    return page(call, list);
  }

  /** A list that some node of the run got or sent; another run's is not found. */
  private Answer listed(Call call) throws HttpProblem, EngineException {
    String name =
        call.asked("list")
            .orElseThrow(() -> HttpProblem.badRequest("“list” says which list of the run"));
    ItemListRef found =
        run(call).nodes().values().stream()
            .flatMap(node -> node.activations().stream())
            .flatMap(
                each -> Stream.concat(each.inputs().stream(), each.outputs().values().stream()))
            .filter(each -> RunJson.listName(each).equals(name))
            .findFirst()
            .orElseThrow(() -> HttpProblem.notFound("no list of this run is called so"));
    return page(call, Optional.of(found));
  }

  private Answer page(Call call, Optional<ItemListRef> list) throws HttpProblem, EngineException {
    long from = call.number("from", 0, Long.MAX_VALUE).orElse(0);
    int limit = (int) call.number("limit", 1, LISTED).orElse(100);
    if (list.isEmpty() || list.get().size() == 0) {
      return Answer.ok(
          JsonText.list("items", List.<Item>of(), each -> JsonObject.empty())
              .with("from", from)
              .with("total", 0));
    }
    return Answer.ok(RunJson.of(engine(call).items(list.get(), from, limit)));
  }

  /** Cancelling twice is no mistake: the answer to the first may have been lost. */
  private Answer cancel(Call call) throws HttpProblem, EngineException {
    RunView run = run(call);
    if (run.status() != RunStatus.CANCELLED) {
      refuseEnded(run);
    }
    engine(call).cancel(run.id());
    return Answer.nothing();
  }

  private Answer resume(Call call) throws HttpProblem, EngineException {
    RunView run = run(call);
    refuseEnded(run);
    engine(call).resume(run.id());
    return Answer.nothing();
  }

  private static void refuseEnded(RunView run) throws HttpProblem {
    if (run.status().ended()) {
      String how = JsonText.word(run.status());
      throw HttpProblem.conflict("ended", "run " + run.id() + " has ended already: " + how);
    }
  }

  private Answer decide(Call call) throws HttpProblem, EngineException {
    Input input = call.input();
    String word = input.text("decision");
    input.noOthers();
    UncertainDecision decision =
        switch (word) {
          case "retry" -> UncertainDecision.RETRY;
          case "fail" -> UncertainDecision.FAIL;
          case "skip" -> UncertainDecision.SKIP;
          default -> throw HttpProblem.badRequest("a decision is “retry”, “fail” or “skip”");
        };
    RunView run = run(call);
    refuseEnded(run);
    if (run.status() == RunStatus.RUNNING || run.status() == RunStatus.WAITING) {
      throw HttpProblem.conflict(
          "not-uncertain",
          "there is nothing to decide: run "
              + run.id()
              + " is "
              + JsonText.word(run.status())
              + ", and none of its steps is uncertain");
    }
    engine(call).resume(run.id(), decision);
    return Answer.nothing();
  }

  private Answer answer(Call call) throws HttpProblem, EngineException {
    Input input = call.input();
    String token = input.text("token");
    List<Item> items = RunStarts.items(input.list("items"));
    input.noOthers();
    refuseTask(call, token);
    FormPages pages = new FormPages(engine(call), InstantSource.system());
    Optional<String> page = pages.title(call.run(), token);
    if (page.isPresent()) {
      answerPage(call.run(), token, pages, page.get(), items);
    } else {
      engine(call).resume(call.run(), token, items);
    }
    return Answer.nothing();
  }

  /** The page of a form takes what it would take in a browser. */
  private static void answerPage(
      RunId run, String token, FormPages pages, String title, List<Item> items)
      throws HttpProblem, EngineException {
    String which = "run " + run + " waits at the page “" + title + "”: ";
    if (items.size() != 1) {
      throw new HttpProblem(
          422, "form-answer", which + "send one item that has the fields of its form");
    }
    try {
      CheckedAnswer checked = pages.answer(run, token, items.getFirst().json(), List.of("en"));
      if (!checked.accepted()) {
        throw new HttpProblem(
                422, "form-answer", which + "its form does not take that; “problems” says why")
            .with(
                "problems",
                JsonArray.copyOf(checked.problems().stream().map(TaskRoutes::json).toList()));
      }
    } catch (FormException e) {
      throw HttpProblem.conflict("broken-form", String.valueOf(e.getMessage()));
    }
  }

  /** Items alone decide nothing: a task's answer is judged by its form, and says which way. */
  private void refuseTask(Call call, String token) throws HttpProblem, EngineException {
    Tasks tasks = new Tasks(engine(call), InstantSource.system());
    for (OpenTask each : tasks.of(call.run())) {
      if (each.token().equals(token)) {
        throw HttpProblem.conflict(
            "task",
            "run "
                + each.run()
                + " waits at the task “"
                + each.title()
                + "”: answer it with POST /api/v1/tasks/"
                + each.run()
                + "/answer?token=…");
      }
    }
  }

  private Answer retry(Call call) throws HttpProblem, EngineException {
    String version = call.asked("version").orElse("same").toLowerCase(Locale.ROOT);
    if (!version.equals("same") && !version.equals("live")) {
      throw HttpProblem.badRequest("“version” is “same” or “live”");
    }
    RunId run = starts.again(project(call), run(call), version.equals("live"));
    return Answer.created(JsonObject.of("run", run.number()), RUNS + "/" + run);
  }
}
