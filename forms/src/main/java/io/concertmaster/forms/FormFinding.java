package io.concertmaster.forms;

import io.concertmaster.model.form.ElementPath;
import java.util.Optional;

/**
 * Something about a form that keeps people from filling it in, or from finding their way.
 *
 * @param at the element; empty for the form as a whole
 * @param severity how bad it is
 * @param message what, and what to do
 */
public record FormFinding(Optional<ElementPath> at, Severity severity, String message) {
  /** How bad it is. */
  public enum Severity {
    /** It cannot be filled in, or some people cannot. */
    ERROR,
    /** It can be better. */
    HINT
  }

  /** Whether some people cannot fill it in. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
