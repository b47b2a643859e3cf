package io.concertmaster.deploy;

import io.concertmaster.model.check.Code;
import io.concertmaster.model.check.Problem;
import io.concertmaster.model.check.Severity;
import io.concertmaster.model.mention.Reference;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The files that a workflow names: whether they lie where they are looked for. */
public final class NamedFiles {
  private NamedFiles() {}

  /**
   * What is wrong with a file that a workflow names. Only whether it is there is asked; nothing is
   * read.
   *
   * @param named a reference to a file
   * @param folder the workflow's
   */
  public static Optional<Problem> wrong(Reference named, Path folder) {
    return wrong(named, find(folder, named.target()), folder);
  }

  /** The same where it is known which file is meant. */
  static Optional<Problem> wrong(Reference named, Optional<Path> found, @Nullable Path folder) {
    if (found.isEmpty()) {
      return Optional.of(missing(named));
    }
    boolean outside = folder == null || !found.get().startsWith(folder);
    return named.kind() == Reference.Kind.TRIGGER_FORM && outside
        ? Optional.of(
            problem(
                Severity.ERROR,
                Code.MISSING_FILE,
                named,
                "the form “"
                    + named.target()
                    + "” lies outside of the workflow's folder, where it is not looked for: put it"
                    + " there"))
        : Optional.empty();
  }

  /** A file by its path from a folder, where it is one. */
  static Optional<Path> find(Path folder, String path) {
    try {
      return Optional.of(folder.resolve(path).normalize()).filter(Files::isRegularFile);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  static Problem missing(Reference of) {
    String name = "“" + of.target() + "” ";
    String message =
        switch (of.kind()) {
          case FORM, TRIGGER_FORM ->
              "the form " + name + "is not there: put it beside the workflow, or name another";
          case CALLED_FILE ->
              "the workflow " + name + "that is called is not there: put it there, or name another";
          case CALLED_ID ->
              "the workflow "
                  + name
                  + "that is called is in no file beside this one, and not live there: deploy it,"
                  + " or name another";
          case ERROR_FILE ->
              "the error workflow "
                  + name
                  + "is not there, so nothing would begin when a run fails: put it there, or name"
                  + " another";
          case ERROR_ID ->
              "the error workflow "
                  + name
                  + "is in no file beside this one, and not live there, so nothing would begin when"
                  + " a run fails: deploy it, or name another";
          case OPEN -> throw new IllegalArgumentException("nobody knows what is missing: " + of);
        };
    return problem(Severity.ERROR, Code.MISSING_FILE, of, message);
  }

  static Problem problem(Severity severity, Code code, Reference of, String message) {
    return new Problem(severity, code, of.node(), of.property(), message);
  }
}
