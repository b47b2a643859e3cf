package io.concertmaster.cli;

import io.concertmaster.model.diff.DifferenceJson;
import io.concertmaster.model.diff.DifferenceText;
import io.concertmaster.model.diff.WorkflowDifference;
import io.concertmaster.node.data.Json;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code concertmaster diff}: what differs between two workflow files, the canvas apart. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = "Tells what differs between two workflow files; the places on the canvas apart.",
    footer = {"", "Exit: 0 they do the same, 1 something differs, 2 no such file, or a bad one."})
final class DiffCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "A", description = "The older workflow.")
  private Path before;

  @Parameters(index = "1", paramLabel = "B", description = "The newer workflow.")
  private Path after;

  @Option(names = "--json", description = "Prints the difference as JSON.")
  private boolean json;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  private DiffCommand() {}

  @Override
  public Integer call() {
    WorkflowDifference difference =
        WorkflowDifference.between(Definitions.read(before), Definitions.read(after));
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.print(Json.writePretty(DifferenceJson.of(difference)));
    } else if (difference.isEmpty()) {
      out.println(
          difference.moved()
              ? "They do the same; something stands elsewhere on the canvas."
              : "They do the same.");
    } else {
      DifferenceText.lines(difference).forEach(out::println);
    }
    out.flush();
    return difference.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
  }
}
