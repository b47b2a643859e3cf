package io.concertmaster.cli;

import io.concertmaster.model.Workflow;
import io.concertmaster.model.check.Problem;
import io.concertmaster.model.io.WorkflowFileException;
import io.concertmaster.n8n.read.Import;
import io.concertmaster.n8n.read.WorkflowDocuments;
import java.nio.file.Path;

/** Reads workflow files for commands, and words their problems. */
final class Definitions {
  private Definitions() {}

  /**
   * The workflow of a file; what is wrong with the file is told in one line and ends the command.
   */
  static Workflow read(Path file) {
    return document(file).workflow();
  }

  /** The workflow of a file with what became of its parts, told in the same way. */
  static Import document(Path file) {
    try {
      return WorkflowDocuments.read(Designers.existing(file));
    } catch (WorkflowFileException e) {
      throw new CommandException(ExitCode.USAGE, file + ": " + withoutPath(file, e), e);
    }
  }

  /** What is wrong with a file, without its path. */
  static String withoutPath(Path file, WorkflowFileException e) {
    String path = file + ": ";
    String absolute = file.toAbsolutePath() + ": ";
    String message = String.valueOf(e.getMessage());
    return message.startsWith(path)
        ? message.substring(path.length())
        : message.startsWith(absolute) ? message.substring(absolute.length()) : message;
  }

  /** A problem as one line: where, how bad, what. */
  static String line(Path file, Workflow workflow, Problem problem) {
    String severity = problem.isError() ? "error" : "warning";
    return file + ": " + severity + ": " + problem.line(workflow);
  }
}
