package io.concertmaster.server.library;

import io.concertmaster.model.Workflow;
import io.concertmaster.model.check.Code;
import io.concertmaster.model.check.Problem;
import io.concertmaster.model.diff.FormDifference;
import io.concertmaster.model.diff.WorkflowDifference;
import io.concertmaster.model.form.Form;
import io.concertmaster.model.io.FormFiles;
import io.concertmaster.model.io.WorkflowFileException;
import io.concertmaster.server.document.Definitions;
import io.concertmaster.server.http.HttpProblem;
import io.concertmaster.server.project.Project;
import io.concertmaster.server.secret.Credentials;
import io.concertmaster.server.store.Document;
import io.concertmaster.server.store.DocumentRows;
import io.concertmaster.server.store.Draft;
import io.concertmaster.server.store.Kind;
import io.concertmaster.server.store.LivePaths;
import io.concertmaster.server.store.ServerStore;
import io.concertmaster.server.store.Version;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The workflows of projects, one by one: drafts, what is live, what was live before. */
public final class Library {
  private final DocumentRows rows;
  private final Definitions definitions;
  private final InstantSource clock;
  private final LiveVersions live;
  private final Credentials credentials;

  public Library(
      ServerStore store, Definitions definitions, Credentials credentials, InstantSource clock) {
    this.credentials = credentials;
    this.rows = new DocumentRows(store);
    this.live = new LiveVersions(store::liveChanges);
    this.definitions = definitions;
    this.clock = clock;
  }

  /** All documents of a kind. */
  public List<Document> all(Project project, Kind kind) {
    return rows.all(project.id(), kind);
  }

  /** The workflow of an id; empty where there is none any more. */
  public Optional<Document> find(Project project, String id) {
    return rows.find(project.id(), Kind.WORKFLOW, id);
  }

  /**
   * The workflow of an id.
   *
   * @throws HttpProblem when there is none
   */
  public Document workflow(Project project, String id) throws HttpProblem {
    return document(project, Kind.WORKFLOW, id);
  }

  /**
   * The document of a kind and id.
   *
   * @throws HttpProblem when there is none
   */
  public Document document(Project project, Kind kind, String id) throws HttpProblem {
    return rows.find(project.id(), kind, id)
        .orElseThrow(() ->
            HttpProblem.notFound("there is no " + kind.id() + " “" + id + "” in this project"));
  }

  /**
   * The text of a form as it is live: that is what pages show and what answers are judged by.
   *
   * @throws HttpProblem when there is none, or none of its versions is live
   */
  public String liveForm(Project project, String id) throws HttpProblem {
    long live = number(document(project, Kind.FORM, id), "live");
    return rows.version(project.id(), Kind.FORM, id, live)
        .map(this::text)
        .orElseThrow(() -> new IllegalStateException("no version " + live + " of the form " + id));
  }

  /** The versions of a workflow, newest first. */
  public List<Version> versions(Project project, String id) throws HttpProblem {
    workflow(project, id);
    return rows.versions(project.id(), Kind.WORKFLOW, id);
  }

  /**
   * A version of a workflow.
   *
   * @param which {@code live}, {@code draft} or a number
   * @throws HttpProblem when there is none
   */
  public Kept version(Project project, String id, String which) throws HttpProblem {
    return which.equals("live")
        ? live.of(project.id(), id, () -> lookUp(project, id, which))
        : lookUp(project, id, which);
  }

  private Kept lookUp(Project project, String id, String which) throws HttpProblem {
    Document document = workflow(project, id);
    Version version =
        rows.version(project.id(), Kind.WORKFLOW, id, number(document, which))
            .orElseThrow(() -> HttpProblem.notFound("“" + id + "” has no version " + which));
    return new Kept(version, definitions.kept(version.hash(), () -> text(version)));
  }

  private static long number(Document document, String which) throws HttpProblem {
    if (which.equals("draft")) {
      return document.newest().number();
    }
    if (which.equals("live")) {
      return document
          .live()
          .orElseThrow(() ->
              HttpProblem.conflict(
                  "not-live",
                  "no version of “" + document.id() + "” is live: make one live first"));
    }
    if (!which.matches("[1-9][0-9]{0,8}")) {
      throw HttpProblem.badRequest("a version is “live”, “draft” or a number");
    }
    return Long.parseLong(which);
  }

  /** The text of a version. */
  public String text(Version version) {
    return rows.text(version.hash())
        .orElseThrow(() -> new IllegalStateException("no text of the hash " + version.hash()));
  }

  /** What is wrong with a workflow, where it is to run in a project. */
  public List<Problem> problems(Project project, Workflow workflow) {
    return definitions.problems(workflow, credentials.types(project.id()));
  }

  /** The workflow of a file's text. */
  public Workflow parse(String text) throws HttpProblem {
    return definitions.parse(text);
  }

  /** Keeps a workflow as the draft. */
  public Version put(Project project, Workflow workflow, String author) {
    String path =
        rows.find(project.id(), Kind.WORKFLOW, workflow.id())
            .map(known -> known.newest().path())
            .orElse(workflow.id() + ".workflow.json");
    Draft draft = Definitions.draft(workflow, path);
    return rows.put(project.id(), draft, author, clock.instant());
  }

  /** What differs between two versions. */
  public WorkflowDifference difference(Project project, String id, String from, String to)
      throws HttpProblem {
    return WorkflowDifference.between(
        version(project, id, from).workflow(), version(project, id, to).workflow());
  }

  /**
   * What differs between what is live and a workflow that is not here yet.
   *
   * @return empty where nothing is live
   */
  public Optional<WorkflowDifference> fromLive(Project project, Workflow workflow)
      throws HttpProblem {
    Optional<Document> known = rows.find(project.id(), Kind.WORKFLOW, workflow.id());
    if (known.isEmpty() || known.get().live().isEmpty()) {
      return Optional.empty();
    }
    Workflow live = version(project, workflow.id(), "live").workflow();
    return Optional.of(WorkflowDifference.between(live, workflow));
  }

  /**
   * What differs between the form that is live and one that is not here yet.
   *
   * @return empty where none is live, or one that was kept before forms were checked and is none
   */
  public Optional<FormDifference> fromLive(Project project, Form form) throws HttpProblem {
    Optional<Document> known = rows.find(project.id(), Kind.FORM, form.id());
    if (known.isEmpty() || known.get().live().isEmpty()) {
      return Optional.empty();
    }
    try {
      Form live = FormFiles.parse(liveForm(project, form.id()));
      return Optional.of(FormDifference.between(live, form));
    } catch (WorkflowFileException e) {
      return Optional.empty();
    }
  }

  /**
   * Makes a version live.
   *
   * @throws HttpProblem 422 when it cannot run here, 409 when something else lies at its path
   */
  public void release(Project project, String id, String which, String author) throws HttpProblem {
    Kept kept = version(project, id, which);
    refuseErrors(project, kept.workflow());
    Optional<LivePaths.Taken> taken =
        rows.release(project.id(), Kind.WORKFLOW, id, kept.version(), author, clock.instant());
    if (taken.isPresent()) {
      throw taken(taken.get());
    }
    project.sync(Set.of(id), "version " + kept.version().number() + " is live");
  }

  static HttpProblem taken(LivePaths.Taken what) {
    return HttpProblem.conflict("path-taken", what.message());
  }

  private void refuseErrors(Project project, Workflow workflow) throws HttpProblem {
    boolean active = workflow(project, workflow.id()).active();
    refuse(
        workflow,
        problems(project, workflow).stream()
            .filter(each -> each.isError() || (active && neverListens(each)))
            .toList());
  }

  private static boolean neverListens(Problem problem) {
    return problem.code() == Code.CANNOT_LISTEN;
  }

  private static void refuse(Workflow workflow, List<Problem> problems) throws HttpProblem {
    List<String> errors = problems.stream().map(each -> each.line(workflow)).toList();
    if (!errors.isEmpty()) {
      throw new HttpProblem(
              422,
              "invalid-workflow",
              "“" + workflow.name() + "” cannot run on this server: " + errors.getFirst())
          .with("problems", errors);
    }
  }

  /**
   * Lets the triggers of the live version listen, or not.
   *
   * @throws HttpProblem 422 when one of them never can
   */
  public void activate(Project project, String id, boolean active) throws HttpProblem {
    if (active) {
      Workflow live = version(project, id, "live").workflow();
      refuse(live, problems(project, live).stream().filter(Library::neverListens).toList());
    } else {
      workflow(project, id);
    }
    rows.activate(project.id(), Kind.WORKFLOW, id, active);
    project.sync(Set.of(id), "the workflow is switched " + (active ? "on" : "off"));
  }

  /** Goes back to what was live before. */
  public void rollBack(Project project, String id) throws HttpProblem {
    workflow(project, id);
    switch (rows.rollBack(project.id(), Kind.WORKFLOW, id)) {
      case DocumentRows.Back.Done done -> {}
      case DocumentRows.Back.NotLive not ->
          throw HttpProblem.conflict("not-live", "no version of “" + id + "” is live");
      case DocumentRows.Back.Taken place -> throw taken(place.what());
    }
    project.sync(Set.of(id), "the version before is live");
  }

  /** Takes a workflow away, with all its versions; its runs stay. */
  public void delete(Project project, String id) throws HttpProblem, IOException {
    if (workflow(project, id).active()) {
      throw HttpProblem.conflict("active", "“" + id + "” is active: deactivate it first");
    }
    delete(project, Kind.WORKFLOW, id);
  }

  /**
   * Takes a form away, with all its versions; what people have answered to it stays with the runs.
   *
   * @throws HttpProblem 409 while a workflow that is live asks by it
   */
  public void deleteForm(Project project, String id) throws HttpProblem, IOException {
    Document form = document(project, Kind.FORM, id);
    for (DocumentRows.Live each : rows.live(project.id(), Kind.FORM)) {
      if (each.id().equals(id)) {
        refuseAsked(project, form.newest().name(), Path.of(each.path()));
      }
    }
    delete(project, Kind.FORM, id);
  }

  private void refuseAsked(Project project, String form, Path file) throws HttpProblem {
    for (DocumentRows.Live each : rows.live(project.id(), Kind.WORKFLOW)) {
      Workflow workflow = version(project, each.id(), "live").workflow();
      if (FileUse.ofForms(workflow, Path.of(each.path())).contains(file)) {
        throw HttpProblem.conflict(
            "in-use",
            "the form “"
                + form
                + "” is asked by the workflow “"
                + workflow.name()
                + "”, which is live: make a version of that live that does without it, or delete it"
                + " first");
      }
    }
  }

  /** Takes a document away, and its files wherever its versions lay. */
  private void delete(Project project, Kind kind, String id) throws HttpProblem, IOException {
    Set<String> paths =
        rows.versions(project.id(), kind, id).stream()
            .map(Version::path)
            .collect(Collectors.toSet());
    project.folder().delete(paths, () -> rows.delete(project.id(), kind, id));
    project.sync(Set.of(), "the " + kind.id() + " is deleted");
  }
}
