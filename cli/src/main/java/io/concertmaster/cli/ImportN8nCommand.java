package io.concertmaster.cli;

import io.concertmaster.model.io.WorkflowFileException;
import io.concertmaster.model.io.WorkflowFiles;
import io.concertmaster.n8n.read.Import;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code concertmaster import n8n}: an n8n file becomes a workflow file. */
@Command(
    name = "n8n",
    mixinStandardHelpOptions = true,
    description =
        "Makes a workflow file from an n8n file, or from a workflow on an n8n server, and says what"
            + " became of its parts.",
    footer = {
      "",
      "Exit: 0 all came over, 1 something was left out, 2 wrong usage, bad file or no connection."
    })
final class ImportN8nCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", arity = "0..1", paramLabel = "FILE", description = "The n8n file.")
  private @Nullable Path file;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "OUT",
      description = "The workflow file to write, such as orders.workflow.json.")
  private @Nullable Path out;

  @Mixin private N8nDownload download;

  @Option(names = "--json", description = "Prints the report as JSON.")
  private boolean json;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  private ImportN8nCommand() {}

  @Override
  public Integer call() throws InterruptedException {
    if (download.isAsked() == (file != null)) {
      throw new ParameterException(
          spec.commandLine(), "name an n8n file, or an n8n server with --from");
    }
    if (file == null) {
      return download.run(spec.commandLine(), out, json);
    }
    if (download.isNamed()) {
      throw new ParameterException(
          spec.commandLine(), "--workflow, --token-file and --trust go with --from");
    }
    if (out == null) {
      throw new ParameterException(spec.commandLine(), "say with -o which file to write");
    }
    return convert(file, out);
  }

  private int convert(Path file, Path out) {
    Import read = Definitions.document(file);
    if (!read.isForeign()) {
      throw new CommandException(
          ExitCode.USAGE, file + ": this is a workflow of ConcertMaster already, not one of n8n");
    }
    ConversionReport.refuseSame(file, out);
    try {
      WorkflowFiles.save(read.workflow(), out.toAbsolutePath());
    } catch (WorkflowFileException e) {
      throw new CommandException(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
    }
    return new ConversionReport(file.toString(), out.toString(), read.findings())
        .print(spec.commandLine(), json);
  }
}
