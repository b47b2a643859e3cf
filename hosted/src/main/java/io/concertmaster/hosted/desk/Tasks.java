package io.concertmaster.hosted.desk;

import io.concertmaster.engine.Engine;
import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.Intake;
import io.concertmaster.engine.ItemListRef;
import io.concertmaster.engine.NodeView;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunSummary;
import io.concertmaster.engine.RunView;
import io.concertmaster.forms.CheckedAnswer;
import io.concertmaster.forms.FormCheck;
import io.concertmaster.forms.FormException;
import io.concertmaster.forms.FormProblem;
import io.concertmaster.hosted.ask.AskedForm;
import io.concertmaster.hosted.file.HandedFile;
import io.concertmaster.hosted.page.FileFields;
import io.concertmaster.node.data.BinaryData;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What runs ask of people, and the answers on their way back. */
public final class Tasks {
  private final Engine engine;
  private final InstantSource clock;

  /** Those of an engine's runs. */
  public Tasks(Engine engine, InstantSource clock) {
    this.engine = engine;
    this.clock = clock;
  }

  /** The open tasks: those that are due first, then the oldest. */
  public List<OpenTask> open() throws EngineException {
    List<OpenTask> tasks = new ArrayList<>();
    for (RunSummary each : engine.unfinished()) {
      if (mayAsk(each.status())) {
        tasks.addAll(of(each.id()));
      }
    }
    tasks.sort(
        Comparator.comparing((OpenTask each) -> each.due().orElse(Instant.MAX))
            .thenComparingLong(each -> each.run().number()));
    return tasks;
  }

  /**
   * Where branches work at the same time one may ask while others go on, but where one was cut
   * short all wait until the run goes on again.
   */
  static boolean mayAsk(RunStatus status) {
    return status == RunStatus.WAITING || status == RunStatus.RUNNING;
  }

  /** The open tasks of a run: several only where its branches work at the same time. */
  public List<OpenTask> of(RunId run) throws EngineException {
    return engine.run(run).map(Tasks::of).orElse(List.of());
  }

  static List<OpenTask> of(RunView view) {
    return mayAsk(view.status()) ? waiting(view) : List.of();
  }

  /** The tasks of a run, whether they can be answered now or not. */
  static List<OpenTask> waiting(RunView view) {
    List<OpenTask> tasks = new ArrayList<>();
    view.answerTokens()
        .forEach((node, token) ->
            asked(view, token)
                .filter(Asked::isTask)
                .ifPresent(asked ->
                    tasks.add(
                        new OpenTask(
                            view.id(), node, view.summary().workflowName(), token, asked.told()))));
    return tasks;
  }

  /**
   * A node that waits for somebody outside.
   *
   * @param node its id
   * @param name its name
   * @param inputs the items that came to it
   */
  record Asked(String node, String name, JsonObject told, List<ItemListRef> inputs) {
    /** Whether it is a task for people, and no page that follows a form. */
    boolean isTask() {
      return "task".equals(told.get("kind"));
    }
  }

  /** The node whose wait a token ends; empty where none waits so, or it said nothing. */
  static Optional<Asked> asked(RunView view, String token) {
    return view.answerTokens().entrySet().stream()
        .filter(wait -> wait.getValue().equals(token))
        .map(Map.Entry::getKey)
        .findFirst()
        .flatMap(node -> {
          JsonObject told = view.told().get(node);
          NodeView worked = view.nodes().get(node);
          return told == null || worked == null
              ? Optional.empty()
              : Optional.of(
                  new Asked(node, view.workflow().nameOf(node), told, worked.last().inputs()));
        });
  }

  /**
   * Answers a task, without files.
   *
   * @param token of the task; may be empty where the run has one only
   * @param languages for what is wrong with the answer
   * @return what the check said; the run goes on where it was accepted
   * @throws EngineException with the reason NOT_WAITING when the run has no such task, or several
   *     and no token says which, WAIT_OVER when it was answered meanwhile
   * @throws FormException when the task's form cannot be used
   */
  public CheckedAnswer answer(
      RunId run, Optional<String> token, JsonObject answer, List<String> languages, String by)
      throws EngineException, FormException {
    List<OpenTask> tasks =
        of(run).stream()
            .filter(each -> token.isEmpty() || token.get().equals(each.token()))
            .toList();
    if (tasks.size() != 1) {
      throw new EngineException(
          EngineException.Reason.NOT_WAITING,
          tasks.isEmpty()
              ? "run " + run + " asks nobody for anything now"
              : "run " + run + " has " + tasks.size() + " open tasks: say which one by its token");
    }
    OpenTask task = tasks.getFirst();
    Asked asked = stillAsked(task);
    FormCheck check = AskedForm.ofRun(asked.told(), asked.name());
    CheckedAnswer checked = withoutFiles(check, check.check(answer, languages));
    if (checked.accepted()) {
      take(run, task.token(), asked, checked.answer(), Map.of(), by);
    }
    return checked;
  }

  /**
   * Refuses what names a file: only the page itself takes files in, and a name alone would make the
   * run believe in a file that nobody sent, or in another's.
   */
  static CheckedAnswer withoutFiles(FormCheck check, CheckedAnswer checked) {
    List<FormProblem> problems = new ArrayList<>(checked.problems());
    FileFields.places(check.layout().root(), checked.answer())
        .forEach(each ->
            problems.add(
                new FormProblem(
                    each, "file", "send this file on the page itself: it is not there yet")));
    return new CheckedAnswer(checked.answer(), problems, checked.seen());
  }

  /**
   * The form with which a task is answered.
   *
   * @throws EngineException with the reason WAIT_OVER when the task is open no more
   * @throws FormException when the form cannot be used
   */
  public FormCheck form(OpenTask task) throws EngineException, FormException {
    Asked asked = stillAsked(task);
    return AskedForm.ofRun(asked.told(), asked.name());
  }

  /**
   * The files of what a task is about, by the names under which they travel.
   *
   * @throws EngineException with the reason WAIT_OVER when the task is open no more
   */
  public List<TaskFile> files(OpenTask task) throws EngineException {
    return files(stillAsked(task));
  }

  /** The files of what is asked; none where it is a page, whose visitor is a stranger. */
  List<TaskFile> files(Asked asked) throws EngineException {
    if (!asked.isTask()) {
      return List.of();
    }
    List<TaskFile> files = new ArrayList<>();
    for (var each : new TreeMap<>(about(asked).binary()).entrySet()) {
      files.add(new TaskFile(files.size(), each.getKey(), each.getValue()));
    }
    return files;
  }

  /**
   * One of the files of a task.
   *
   * @param number as {@link TaskFile} has it; any text, for it may be a stranger's
   * @return empty where the task has no such file
   * @throws EngineException with the reason WAIT_OVER when the task is open no more
   */
  public Optional<HandedFile> file(OpenTask task, String number) throws EngineException {
    return file(stillAsked(task), number);
  }

  Optional<HandedFile> file(Asked asked, String number) throws EngineException {
    for (TaskFile each : files(asked)) {
      if (Integer.toString(each.number()).equals(number)) {
        return Optional.of(new HandedFile(each.file(), engine.open(each.file())));
      }
    }
    return Optional.empty();
  }

  /**
   * Answers a task with files of this machine.
   *
   * @param files by the places of their fields in the answer: JSON Pointers
   * @return what the check said; the run goes on where it was accepted
   * @throws EngineException with the reason WAIT_OVER when the task is open no more
   * @throws FormException when the task's form cannot be used
   * @throws IOException when a file cannot be read
   */
  public CheckedAnswer answer(
      OpenTask task, JsonObject answer, Map<String, Path> files, List<String> languages, String by)
      throws EngineException, FormException, IOException {
    Asked asked = stillAsked(task);
    FormCheck check = AskedForm.ofRun(asked.told(), asked.name());
    CheckedAnswer checked = check.check(answer, languages);
    if (!checked.accepted()) {
      return checked;
    }
    Map<String, JsonObject> told = FileFields.of(check.layout().root(), checked.answer());
    try (Intake intake = engine.intake()) {
      Map<String, BinaryData> taken = new HashMap<>();
      for (Map.Entry<String, Path> each : files.entrySet()) {
        String name = String.join("_", each.getKey().substring(1).split("/", -1));
        JsonObject file = told.get(name);
        if (file != null) {
          taken.put(
              name,
              intake.store(
                  String.valueOf(file.get("name")),
                  String.valueOf(file.get("type")),
                  Files.newInputStream(each.getValue())));
        }
      }
      take(task.run(), task.token(), asked, checked.answer(), taken, by);
    }
    return checked;
  }

  private Asked stillAsked(OpenTask task) throws EngineException {
    return engine
        .run(task.run())
        .flatMap(view -> asked(view, task.token()))
        .orElseThrow(() ->
            new EngineException(
                EngineException.Reason.WAIT_OVER,
                "“"
                    + task.title()
                    + "” is open no more: it was answered meanwhile, or its time is"
                    + " over"));
  }

  /** Gives an answer that was accepted to its run. */
  void take(
      RunId run,
      String token,
      Asked asked,
      JsonObject answer,
      Map<String, BinaryData> files,
      String by)
      throws EngineException {
    Item decided = decided(asked, answer, by);
    Map<String, BinaryData> all = new HashMap<>(decided.binary());
    all.putAll(files);
    engine.resume(
        run,
        token,
        AskedForm.way(asked.told(), answer).orElse(""),
        List.of(decided.withBinary(all).pairedTo(0, 0)));
  }

  /** The item that a task is about: the first that came to it. */
  private Item about(Asked asked) throws EngineException {
    for (ItemListRef list : asked.inputs()) {
      if (list.size() > 0) {
        return engine.items(list, 0, 1).items().getFirst();
      }
    }
    return Item.of(JsonObject.empty());
  }

  /** The item that the task is about, with what was decided. */
  private Item decided(Asked asked, JsonObject answer, String by) throws EngineException {
    Item about = about(asked);
    JsonObject decision =
        "approval".equals(asked.told().get("asks"))
            ? answer
            : JsonObject.of("decision", "answered", "answer", answer);
    decision = by.isEmpty() ? decision : decision.with("by", by);
    return about.withJson(
        about.json().with("task", decision.with("at", clock.instant().toString())));
  }
}
