package io.concertmaster.cli;

import io.concertmaster.deploy.Bundle;
import io.concertmaster.deploy.BundleReader;
import io.concertmaster.deploy.DeployException;
import io.concertmaster.engine.local.credential.HomeCredentials;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.check.Checker;
import io.concertmaster.model.check.Code;
import io.concertmaster.model.io.WorkflowFileException;
import io.concertmaster.n8n.read.ExpressionFindings;
import io.concertmaster.n8n.read.Import;
import io.concertmaster.n8n.read.WorkflowDocuments;
import io.concertmaster.n8n.report.Finding.Kind;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.nodes.BuiltInNodes;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code concertmaster validate}: what is wrong with files, without running anything. */
@Command(
    name = "validate",
    mixinStandardHelpOptions = true,
    description = "Lists the problems of files of workflows and forms; runs nothing.",
    footer = {"", "Exit: 0 no problem (warnings apart), 1 some, 2 no such file."})
final class ValidateCommand implements Callable<Integer> {
  /** Of which the import of a file from elsewhere tells by itself. */
  private static final Set<Code> TOLD_BY_IMPORT =
      EnumSet.of(Code.UNAVAILABLE, Code.MISSING_CREDENTIAL, Code.UNKNOWN_CREDENTIAL);

  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "The workflows and forms.")
  private List<Path> files;

  @Option(
      names = "--data",
      paramLabel = "ANSWERS",
      description = "Judges answers to a form: a JSON file with one, or a list of several.")
  private @Nullable Path data;

  @Option(names = "--json", description = "Prints the problems as JSON.")
  private boolean json;

  @Mixin private HomeOption home;

  private final Checker checker = new Checker(BuiltInNodes.catalog());

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  private ValidateCommand() {}

  @Override
  public Integer call() {
    List<Path> there = files.stream().filter(Files::isRegularFile).toList();
    List<Path> missing = files.stream().filter(file -> !there.contains(file)).toList();
    if (there.isEmpty()) {
      throw Designers.missing(missing);
    }
    if (data != null && (files.size() != 1 || !FormFile.is(files.getFirst()))) {
      throw new ParameterException(
          spec.commandLine(), "--data goes with one form, a file *.form.json");
    }
    List<FileFinding> findings = new ArrayList<>();
    there.forEach(file -> findings.addAll(check(file)));
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.print(
          Json.writePretty(
              JsonObject.of(
                  "problems",
                  JsonArray.copyOf(findings.stream().map(FileFinding::toJson).toList()))));
    } else {
      FileFinding.lines(findings).forEach(out::println);
      if (findings.isEmpty() && missing.isEmpty()) {
        out.println(
            files.size() == 1
                ? files.getFirst() + ": no problems"
                : files.size() + " files: no problems");
      }
    }
    out.flush();
    if (!missing.isEmpty()) {
      throw Designers.missing(missing);
    }
    return findings.stream().anyMatch(FileFinding::isError) ? ExitCode.FAILED : ExitCode.OK;
  }

  private List<FileFinding> check(Path file) {
    if (FormFile.is(file)) {
      return FormFile.check(file, Optional.ofNullable(data));
    }
    Import read;
    try {
      read = WorkflowDocuments.read(file);
    } catch (WorkflowFileException e) {
      return List.of(FileFinding.of(file, e));
    }
    Workflow workflow = read.workflow();
    List<FileFinding> found = new ArrayList<>();
    if (workflow.nodes().isEmpty()) {
      found.add(FileFinding.empty(file));
    }
    read.findings().stream()
        .filter(each -> each.kind() != Kind.MAPPED && !ExpressionFindings.isOne(each))
        .forEach(each -> found.add(FileFinding.of(file, workflow, each)));
    // Of expressions the check tells more than the import.
    checker.check(workflow, new HomeCredentials(home.folder()).types()).stream()
        .filter(problem -> !read.isForeign() || !TOLD_BY_IMPORT.contains(problem.code()))
        .forEach(problem -> found.add(FileFinding.of(file, workflow, problem)));
    if (!read.isForeign()) {
      found.addAll(needs(file, workflow));
    }
    return found;
  }

  /** What is wrong with the files that a workflow needs; those that a server may have apart. */
  private static List<FileFinding> needs(Path file, Workflow workflow) {
    Path own = file.toAbsolutePath().normalize();
    try {
      Bundle bundle =
          BundleReader.read(
              List.of(own),
              each -> each.equals(own) ? workflow : WorkflowDocuments.read(each).workflow());
      return bundle.parts().getFirst().problems().stream()
          .map(each -> FileFinding.of(file, workflow, each))
          .toList();
    } catch (DeployException e) {
      String message = "a file that it needs cannot be read: " + e.getMessage();
      return List.of(new FileFinding(file, "error", "", "", "", "FILE", message));
    }
  }
}
