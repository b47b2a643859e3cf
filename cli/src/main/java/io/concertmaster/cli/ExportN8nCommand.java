package io.concertmaster.cli;

import io.concertmaster.n8n.read.Import;
import io.concertmaster.n8n.write.Export;
import io.concertmaster.n8n.write.WorkflowExport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code concertmaster export n8n}: a workflow file becomes an n8n file. */
@Command(
    name = "n8n",
    mixinStandardHelpOptions = true,
    description = "Makes an n8n file from a workflow file and says what became of its parts.",
    footer = {"", "Exit: 0 all came over, 1 something was left out, 2 wrong usage or bad file."})
final class ExportN8nCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "FILE", description = "The workflow.")
  private Path file;

  @Option(
      names = {"-o", "--out"},
      required = true,
      paramLabel = "OUT",
      description = "The n8n file to write, such as orders.json.")
  private Path out;

  @Option(names = "--json", description = "Prints the report as JSON.")
  private boolean json;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  private ExportN8nCommand() {}

  @Override
  public Integer call() {
    Import read = Definitions.document(file);
    ConversionReport.refuseSame(file, out);
    Export export = WorkflowExport.write(read.workflow());
    try {
      Files.writeString(out, export.text());
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.USAGE, out + ": cannot be written: check the path and your rights to it", e);
    }
    return new ConversionReport(file.toString(), out.toString(), export.findings())
        .print(spec.commandLine(), json);
  }
}
