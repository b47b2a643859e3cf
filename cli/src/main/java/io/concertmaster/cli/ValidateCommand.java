package io.concertmaster.cli;

import io.concertmaster.model.Workflow;
import io.concertmaster.model.check.Checker;
import io.concertmaster.model.check.Code;
import io.concertmaster.model.check.Problem;
import io.concertmaster.model.io.WorkflowFileException;
import io.concertmaster.n8n.read.Import;
import io.concertmaster.n8n.read.WorkflowDocuments;
import io.concertmaster.n8n.report.Finding.Kind;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.nodes.BuiltInNodes;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code concertmaster validate}: what is wrong with files, without running anything. */
@Command(
    name = "validate",
    mixinStandardHelpOptions = true,
    description = "Lists the problems of workflow files; runs nothing.",
    footer = {"", "Exit: 0 no problem (warnings apart), 1 some, 2 no such file."})
final class ValidateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "The workflows.")
  private List<Path> files;

  @Option(names = "--json", description = "Prints the problems as JSON.")
  private boolean json;

  private final Checker checker = new Checker(BuiltInNodes.catalog());

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  private ValidateCommand() {}

  /** What a file's check found; a file that cannot be read has one finding. */
  private record Finding(
      Path file,
      String severity,
      String node,
      String property,
      String code,
      String line,
      String message) {
    JsonObject toJson() {
      return JsonObject.of("file", file.toString(), "severity", severity)
          .with("node", node)
          .with("property", property)
          .with("code", code)
          .with("message", message);
    }
  }

  @Override
  public Integer call() {
    files.forEach(Designers::existing);
    List<Finding> findings = new ArrayList<>();
    files.forEach(file -> findings.addAll(check(file)));
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.print(
          Json.writePretty(
              JsonObject.of(
                  "problems", JsonArray.copyOf(findings.stream().map(Finding::toJson).toList()))));
    } else {
      findings.forEach(finding -> out.println(finding.line()));
      if (findings.isEmpty()) {
        out.println(
            files.size() == 1
                ? files.getFirst() + ": no problems"
                : files.size() + " files: no problems");
      }
    }
    out.flush();
    return findings.stream().anyMatch(each -> each.severity().equals("error"))
        ? ExitCode.FAILED
        : ExitCode.OK;
  }

  private List<Finding> check(Path file) {
    Import read;
    try {
      read = WorkflowDocuments.read(file);
    } catch (WorkflowFileException e) {
      String message = String.valueOf(e.getMessage());
      return List.of(
          new Finding(file, "error", "", "", "FILE", file + ": error: " + message, message));
    }
    Workflow workflow = read.workflow();
    List<Finding> found = new ArrayList<>();
    read.findings().stream()
        .filter(each -> each.kind() != Kind.MAPPED)
        .forEach(each -> found.add(imported(file, workflow, each)));
    checker.check(workflow).stream()
        .filter(problem -> !read.isForeign() || problem.code() != Code.UNAVAILABLE)
        .forEach(problem -> found.add(finding(file, workflow, problem)));
    return found;
  }

  /** What the import of an n8n file says is a warning; it tells of placeholders by itself. */
  private static Finding imported(
      Path file, Workflow workflow, io.concertmaster.n8n.report.Finding finding) {
    String place =
        finding.node()
            + (finding.node().isEmpty() || finding.parameter().isEmpty() ? "" : ", ")
            + finding.parameter();
    return new Finding(
        file,
        "warning",
        workflow.idOfName(finding.node()).orElse(""),
        finding.parameter(),
        RunJson.word(finding.kind()),
        file + ": warning: " + (place.isEmpty() ? "" : place + ": ") + finding.message(),
        finding.message());
  }

  private static Finding finding(Path file, Workflow workflow, Problem problem) {
    String severity = problem.isError() ? "error" : "warning";
    return new Finding(
        file,
        severity,
        problem.nodeId().orElse(""),
        problem.property(),
        RunJson.word(problem.code()),
        Definitions.line(file, workflow, problem),
        problem.message());
  }
}
