package io.concertmaster.server.library;

import io.concertmaster.model.Workflow;
import io.concertmaster.model.check.Problem;
import io.concertmaster.model.diff.FormDifference;
import io.concertmaster.model.diff.WorkflowDifference;
import io.concertmaster.server.store.Draft;
import java.util.List;
import java.util.Optional;

/**
 * What a deployment would change.
 *
 * @param parts one for each document of the bundle
 */
public record Preview(List<Part> parts) {
  public Preview {
    parts = List.copyOf(parts);
  }

  /** Whether something keeps it from being deployed. */
  public boolean hasErrors() {
    return parts.stream().anyMatch(part -> part.problems().stream().anyMatch(Problem::isError));
  }

  /** What happens to a document. */
  public enum Change {
    NEW,
    CHANGED,
    SAME
  }

  /**
   * A document.
   *
   * @param live the hash of the text that is live; empty where nothing is
   * @param active whether its triggers listen
   * @param difference between what is live and this; for workflows of which something is live
   * @param formDifference the same of forms
   * @param problems that it would have here
   * @param missing names of credentials that are not here
   */
  public record Part(
      Draft draft,
      Optional<Workflow> workflow,
      Change change,
      Optional<String> live,
      boolean active,
      Optional<WorkflowDifference> difference,
      Optional<FormDifference> formDifference,
      List<Problem> problems,
      List<String> missing) {
    public Part {
      problems = List.copyOf(problems);
      missing = List.copyOf(missing);
    }
  }
}
