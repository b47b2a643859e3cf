package io.concertmaster.server.library;

import io.concertmaster.forms.FormLint;
import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.check.Code;
import io.concertmaster.model.check.Problem;
import io.concertmaster.model.check.Severity;
import io.concertmaster.model.diff.WorkflowDifference;
import io.concertmaster.server.document.Definitions;
import io.concertmaster.server.http.HttpProblem;
import io.concertmaster.server.project.Project;
import io.concertmaster.server.secret.Credentials;
import io.concertmaster.server.store.DeploymentRows;
import io.concertmaster.server.store.Document;
import io.concertmaster.server.store.DocumentRows;
import io.concertmaster.server.store.Draft;
import io.concertmaster.server.store.Kind;
import io.concertmaster.server.store.ServerStore;
import io.concertmaster.server.store.Version;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Bundles that become live together. */
public final class Deployments {
  private final Library library;
  private final DocumentRows documents;
  private final DeploymentRows rows;
  private final Credentials credentials;
  private final Definitions definitions;
  private final InstantSource clock;

  public Deployments(
      ServerStore store,
      Library library,
      Definitions definitions,
      Credentials credentials,
      InstantSource clock) {
    this.library = library;
    this.definitions = definitions;
    this.documents = new DocumentRows(store);
    this.rows = new DeploymentRows(store);
    this.credentials = credentials;
    this.clock = clock;
  }

  /** What a bundle would change, and what would be wrong with it here. */
  public Preview preview(Project project, Bundle bundle) throws HttpProblem {
    return previewPlaced(project, new Placement(project, documents).place(bundle));
  }

  private Preview previewPlaced(Project project, Bundle bundle) throws HttpProblem {
    Beside beside = new Beside(library, documents, definitions, project, bundle);
    List<Preview.Part> parts = new ArrayList<>();
    for (Bundle.Part each : bundle.parts()) {
      parts.add(part(project, each, bundle.activate(), beside));
    }
    return new Preview(parts);
  }

  private Preview.Part part(Project project, Bundle.Part part, boolean activate, Beside beside)
      throws HttpProblem {
    Optional<Document> known = documents.find(project.id(), part.draft().kind(), part.draft().id());
    Optional<Version> version = known.flatMap(each -> live(project, part, each));
    Optional<String> live = version.map(Version::hash);
    Optional<WorkflowDifference> difference =
        part.workflow().isPresent()
            ? library.fromLive(project, part.workflow().get())
            : Optional.empty();
    Preview.Change change =
        live.isEmpty()
            ? Preview.Change.NEW
            : isSame(version.get(), part.draft()) ? Preview.Change.SAME : Preview.Change.CHANGED;
    boolean active = known.filter(Document::active).isPresent();
    List<Problem> problems = new ArrayList<>(beside.problems(part, version));
    problems.addAll(
        part.form()
            .map(FormLint::of)
            .or(() ->
                part.workflow().map(workflow -> problems(project, workflow, active || activate)))
            .orElse(List.of()));
    if (part.workflow().isPresent() && (active || activate)) {
      problems.addAll(beside.deaf(part.workflow().get()));
    }
    return new Preview.Part(
        part.draft(),
        part.workflow(),
        change,
        live,
        active,
        difference,
        part.form().isPresent() ? library.fromLive(project, part.form().get()) : Optional.empty(),
        problems,
        part.workflow().map(workflow -> missing(project, workflow)).orElse(List.of()));
  }

  private static boolean isSame(Version live, Draft draft) {
    return live.hash().equals(draft.hash()) && live.path().equals(draft.path());
  }

  private Optional<Version> live(Project project, Bundle.Part part, Document document) {
    return document.live().isEmpty()
        ? Optional.empty()
        : documents.version(
            project.id(), part.draft().kind(), part.draft().id(), document.live().getAsLong());
  }

  /**
   * Credentials that are not here are told apart. A trigger that cannot listen is an error where it
   * is to: else the workflow would be live and never begin.
   */
  private List<Problem> problems(Project project, Workflow workflow, boolean listens) {
    return library.problems(project, workflow).stream()
        .filter(each -> each.code() != Code.UNKNOWN_CREDENTIAL)
        .map(each -> listens && each.code() == Code.CANNOT_LISTEN ? asError(each) : each)
        .toList();
  }

  private static Problem asError(Problem problem) {
    return new Problem(
        Severity.ERROR, problem.code(), problem.nodeId(), problem.property(), problem.message());
  }

  private List<String> missing(Project project, Workflow workflow) {
    Set<String> names = new LinkedHashSet<>();
    for (NodeDefinition node : workflow.nodes().values()) {
      names.addAll(node.credentials().values());
    }
    return names.stream().filter(name -> credentials.find(project.id(), name).isEmpty()).toList();
  }

  /**
   * Makes a bundle live.
   *
   * @return the number of the deployment
   * @throws HttpProblem 422 when a workflow in it cannot run here or a form cannot be used, 409
   *     when something else is live than was expected; nothing is changed then
   */
  public long deploy(Project project, Bundle given, String author) throws HttpProblem {
    Bundle bundle = new Placement(project, documents).place(given);
    Preview preview = previewPlaced(project, bundle);
    if (preview.hasErrors()) {
      List<String> errors = errors(preview);
      throw new HttpProblem(
              422,
              hasWorkflowError(preview) ? "invalid-workflow" : "invalid-form",
              "the bundle cannot run on this server: " + errors.getFirst())
          .with("problems", errors);
    }
    DeploymentRows.Outcome outcome =
        rows.deploy(
            project.id(),
            bundle.drafts(),
            bundle.expected(),
            bundle.activate(),
            author,
            clock.instant());
    return switch (outcome) {
      case DeploymentRows.Outcome.Done done -> {
        project.sync(workflows(bundle.drafts()), "deployment " + done.number() + " is live");
        yield done.number();
      }
      case DeploymentRows.Outcome.Taken taken -> throw Library.taken(taken.what());
      case DeploymentRows.Outcome.Moved moved ->
          throw HttpProblem.conflict(
              "changed",
              "the "
                  + moved.kind().id()
                  + " “"
                  + moved.id()
                  + "” was changed here meanwhile: look at the difference again");
    };
  }

  private static Set<String> workflows(List<Draft> drafts) {
    return drafts.stream()
        .filter(each -> each.kind() == Kind.WORKFLOW)
        .map(Draft::id)
        .collect(Collectors.toSet());
  }

  /** Those that a deployment brought. */
  private Set<String> workflows(long number) {
    return rows.parts(number).stream()
        .filter(each -> each.kind() == Kind.WORKFLOW)
        .map(DeploymentRows.Part::id)
        .collect(Collectors.toSet());
  }

  /** What a deployment brought first of what was deleted since, such as {@code form “Visit”}. */
  private String deleted(long number) {
    return rows.parts(number).stream()
        .filter(DeploymentRows.Part::deleted)
        .map(each -> each.kind().id() + " “" + each.name() + "”")
        .findFirst()
        .orElseThrow();
  }

  private static boolean hasWorkflowError(Preview preview) {
    return preview.parts().stream()
        .filter(part -> part.workflow().isPresent())
        .flatMap(part -> part.problems().stream())
        .anyMatch(Problem::isError);
  }

  private static List<String> errors(Preview preview) {
    List<String> errors = new ArrayList<>();
    for (Preview.Part part : preview.parts()) {
      for (Problem each : part.problems()) {
        if (each.isError()) {
          String line = part.workflow().map(each::line).orElseGet(each::line);
          errors.add(part.draft().path() + ": " + line);
        }
      }
    }
    return errors;
  }

  /** A page of the deployments before one, newest first. */
  public DeploymentRows.Page newest(Project project, long before, int limit) {
    return rows.newest(project.id(), before, limit);
  }

  /**
   * Goes back to what was live before a deployment, all or nothing.
   *
   * @throws HttpProblem 404 when there is none, 409 when it was rolled back before, or something
   *     that it brought was replaced or deleted since; nothing is changed then
   */
  public void rollBack(Project project, long number) throws HttpProblem {
    switch (rows.rollBack(project.id(), number, clock.instant())) {
      case DeploymentRows.Back.Done done ->
          project.sync(
              workflows(number),
              "deployment " + number + " is rolled back and what was live before is live again");
      case DeploymentRows.Back.Unknown unknown ->
          throw HttpProblem.notFound("there is no deployment " + number);
      case DeploymentRows.Back.Before before ->
          throw HttpProblem.conflict(
              "rolled-back", "deployment " + number + " was rolled back before");
      case DeploymentRows.Back.Covered covered ->
          throw HttpProblem.conflict(
              "covered",
              "something that deployment "
                  + number
                  + " brought was replaced since: roll back what came after it first");
      case DeploymentRows.Back.Taken taken -> throw Library.taken(taken.what());
      case DeploymentRows.Back.Deleted gone ->
          throw HttpProblem.conflict(
              "deleted",
              "the "
                  + deleted(number)
                  + " that deployment "
                  + number
                  + " brought was deleted since, so it cannot be taken back as a whole: deploy what"
                  + " is to be live instead");
    }
  }
}
