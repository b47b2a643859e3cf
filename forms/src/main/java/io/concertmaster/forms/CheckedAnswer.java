package io.concertmaster.forms;

import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * An answer after its check.
 *
 * @param answer the answer as it counts: without the values of hidden fields and without empty ones
 * @param problems what is wrong, in reading order; none for an answer that is accepted
 * @param seen which elements are seen
 */
public record CheckedAnswer(JsonObject answer, List<FormProblem> problems, Seen seen) {
  public CheckedAnswer {
    problems = List.copyOf(problems);
  }

  /** Whether nothing is wrong. */
  public boolean accepted() {
    return problems.isEmpty();
  }

  /** What is wrong with one field. */
  public Optional<FormProblem> problem(String pointer) {
    return problems.stream().filter(each -> each.pointer().equals(pointer)).findFirst();
  }
}
