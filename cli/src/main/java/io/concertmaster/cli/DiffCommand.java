package io.concertmaster.cli;

import io.concertmaster.model.diff.DifferenceJson;
import io.concertmaster.model.diff.DifferenceText;
import io.concertmaster.model.diff.FormDifference;
import io.concertmaster.model.diff.WorkflowDifference;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code concertmaster diff}: what differs between two workflows, the canvas apart, or two forms.
 */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description =
        "Tells what differs between two workflow files, the places on the canvas apart, or two forms.",
    footer = {
      "",
      "Exit: 0 they do the same, or ask the same; 1 something differs; 2 no such file, or a bad one."
    })
final class DiffCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "A", description = "The older workflow or form.")
  private Path before;

  @Parameters(index = "1", paramLabel = "B", description = "The newer workflow or form.")
  private Path after;

  @Option(names = "--json", description = "Prints the difference as JSON.")
  private boolean json;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  private DiffCommand() {}

  @Override
  public Integer call() {
    if (FormFile.is(before) != FormFile.is(after)) {
      throw new ParameterException(
          spec.commandLine(),
          "one is a form (*.form.json) and the other is none: name two workflows, or two forms");
    }
    return FormFile.is(before) ? forms() : workflows();
  }

  private int workflows() {
    WorkflowDifference difference =
        WorkflowDifference.between(Definitions.read(before), Definitions.read(after));
    return tell(
        difference.isEmpty(),
        difference.moved()
            ? "They do the same; something stands elsewhere on the canvas."
            : "They do the same.",
        DifferenceText.lines(difference),
        DifferenceJson.of(difference));
  }

  private int forms() {
    FormDifference difference = FormDifference.between(FormFile.read(before), FormFile.read(after));
    return tell(
        difference.isEmpty(),
        "They ask the same.",
        difference.lines(),
        DifferenceJson.of(difference));
  }

  private int tell(boolean same, String inWords, List<String> lines, JsonObject asJson) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.print(Json.writePretty(asJson));
    } else if (same) {
      out.println(inWords);
    } else {
      lines.forEach(out::println);
    }
    out.flush();
    return same ? ExitCode.OK : ExitCode.FAILED;
  }
}
