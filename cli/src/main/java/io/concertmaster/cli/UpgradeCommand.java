package io.concertmaster.cli;

import io.concertmaster.engine.Engine;
import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.RunId;
import io.concertmaster.model.Workflow;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code concertmaster runs upgrade}: moves a run that waits to a newer definition. */
@Command(
    name = "upgrade",
    mixinStandardHelpOptions = true,
    description = {
      "Lets a run that waits go on with a newer version of its workflow.",
      "The nodes that ran, the one that waits, and those for which items are held must still be"
          + " there, with the same types."
    },
    footer = {"", "Exit: 0 moved, 2 it cannot be, and why."})
final class UpgradeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "RUN", description = "The run's number.")
  private String run;

  @Parameters(paramLabel = "FILE", description = "The newer version of its workflow.")
  private Path file;

  @Mixin private HomeOption home;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  private UpgradeCommand() {}

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    RunId id = Engines.runId(run);
    Workflow workflow = Definitions.read(file);
    try (Engine engine = Engines.open(home.folder())) {
      engine.upgrade(id, workflow);
      out.println("run " + id + " goes on with " + file);
      out.flush();
      return ExitCode.OK;
    } catch (EngineException e) {
      throw Engines.failed(e);
    }
  }
}
