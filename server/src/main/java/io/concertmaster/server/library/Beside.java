package io.concertmaster.server.library;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.Opening;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.check.Code;
import io.concertmaster.model.check.Problem;
import io.concertmaster.model.check.Severity;
import io.concertmaster.server.document.Definitions;
import io.concertmaster.server.http.HttpProblem;
import io.concertmaster.server.project.Project;
import io.concertmaster.server.store.Document;
import io.concertmaster.server.store.DocumentRows;
import io.concertmaster.server.store.Draft;
import io.concertmaster.server.store.Kind;
import io.concertmaster.server.store.LivePaths;
import io.concertmaster.server.store.Version;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How a bundle gets on with what else is live in its project: places of files, and addresses. */
final class Beside {
  private final Library library;
  private final DocumentRows documents;
  private final Project project;
  private final Set<String> workflows = new HashSet<>();
  private final Set<String> paths = new HashSet<>();

  /** What calls are meant for, once the bundle is live. */
  private final List<Opening> openings = new ArrayList<>();

  /** The first place of the bundle that is not free. */
  private final Optional<LivePaths.Taken> taken;

  /**
   * Looks at a project.
   *
   * @param bundle as it is placed there
   */
  Beside(
      Library library,
      DocumentRows documents,
      Definitions definitions,
      Project project,
      Bundle bundle)
      throws HttpProblem {
    this.library = library;
    this.documents = documents;
    this.project = project;
    this.taken = documents.taken(project.id(), bundle.drafts().stream().map(Draft::place).toList());
    for (Bundle.Part each : bundle.parts()) {
      paths.add(each.draft().path());
      if (each.workflow().isPresent()) {
        workflows.add(each.draft().id());
        if (bundle.activate() || isActive(each.draft())) {
          openings.addAll(
              definitions.openings(
                  each.workflow().get(), project.folder().of(each.draft().path())));
        }
      }
    }
    try {
      project.engine().openings().stream()
          .filter(each -> !workflows.contains(each.workflowId()))
          .forEach(openings::add);
    } catch (EngineException e) {
      throw HttpProblem.conflict("not-known", "it is not known who listens: " + e.getMessage());
    }
  }

  private boolean isActive(Draft draft) {
    return documents
        .find(project.id(), Kind.WORKFLOW, draft.id())
        .filter(Document::active)
        .isPresent();
  }

  /**
   * What is wrong with the place of a document.
   *
   * @param live what is live of it; empty for nothing
   */
  List<Problem> problems(Bundle.Part part, Optional<Version> live) throws HttpProblem {
    List<Problem> problems = new ArrayList<>();
    Draft draft = part.draft();
    taken
        .filter(taken -> taken.place().equals(draft.place()))
        .map(LivePaths.Taken::message)
        .or(() -> project.folder().obstacle(draft.path()).map(what -> draft.path() + ": " + what))
        .ifPresent(message -> problems.add(whole(Severity.ERROR, Code.PATH_TAKEN, message)));
    if (live.isPresent() && !live.get().path().equals(draft.path())) {
      problems.add(moved(draft, live.get().path()));
    }
    return problems;
  }

  private Problem moved(Draft draft, String before) throws HttpProblem {
    Optional<String> caller = paths.contains(before) ? Optional.empty() : namedBy(before);
    if (caller.isPresent()) {
      return whole(
          Severity.ERROR,
          Code.MISSING_FILE,
          "“"
              + caller.get()
              + "”, which is live, needs it at "
              + before
              + ", and it would come to lie at "
              + draft.path()
              + ": deploy both together, or keep it in the folder in which it was");
    }
    return whole(
        Severity.WARNING,
        Code.PATH_MOVED,
        "it lies at " + before + " there, and comes to lie at " + draft.path());
  }

  /** A workflow besides the bundle that is live and names a file. */
  private Optional<String> namedBy(String path) throws HttpProblem {
    for (DocumentRows.Live each : documents.live(project.id(), Kind.WORKFLOW)) {
      if (!workflows.contains(each.id())) {
        Workflow workflow = library.version(project, each.id(), "live").workflow();
        if (FileUse.of(workflow, Path.of(each.path())).contains(Path.of(path))) {
          return Optional.of(workflow.name());
        }
      }
    }
    return Optional.empty();
  }

  /** What triggers of a workflow cannot listen to, since others do. */
  List<Problem> deaf(Workflow workflow) {
    List<Problem> problems = new ArrayList<>();
    for (Opening own : openings) {
      if (own.workflowId().equals(workflow.id())) {
        openings.stream()
            .filter(other -> !other.workflowId().equals(workflow.id()))
            .filter(own::clashesWith)
            .findFirst()
            .ifPresent(other ->
                problems.add(
                    new Problem(
                        Severity.ERROR,
                        Code.CANNOT_LISTEN,
                        Optional.of(own.node()),
                        "",
                        own.takenBy(other))));
      }
    }
    return problems;
  }

  private static Problem whole(Severity severity, Code code, String message) {
    return new Problem(severity, code, Optional.empty(), "", message);
  }
}
