package io.concertmaster.forms;

import io.concertmaster.model.form.ElementPath;
import java.util.Optional;

/**
 * Something about a form that keeps people from filling it in, or from finding their way.
 *
 * @param at the element; empty for the form as a whole
 * @param severity how bad it is
 * @param kind what it is about
 * @param message what, and what to do
 */
public record FormFinding(Optional<ElementPath> at, Severity severity, Kind kind, String message) {
  /** How bad it is. */
  public enum Severity {
    /** It cannot be filled in, or some people cannot. */
    ERROR,
    /** It can be better. */
    HINT
  }

  /** What it is about, however it is said. */
  public enum Kind {
    /** For what the form cannot be used at all. */
    FAULT,
    /** What a field is called. */
    LABEL,
    /** What a choice is called. */
    CHOICE,
    /** Headings of pages, sections and texts. */
    HEADING,
    /** What a text says. */
    WORDS,
    /** What a field takes: nothing can be as its limits say. */
    LIMIT,
    /** A rule that never holds. */
    RULE,
    /** What nothing asks for: a value that must be there, the entries of a group. */
    UNASKED,
    /** The accent colour. */
    ACCENT,
    /** A text that a language lacks. */
    TRANSLATION
  }

  /** Whether some people cannot fill it in. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
