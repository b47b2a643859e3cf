package io.concertmaster.cli;

import io.concertmaster.engine.Engine;
import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunMode;
import io.concertmaster.engine.RunRequest;
import io.concertmaster.engine.RunView;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.check.Checker;
import io.concertmaster.model.check.Problem;
import io.concertmaster.node.data.Item;
import io.concertmaster.nodes.BuiltInNodes;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code concertmaster run}: one run to its end. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Runs a workflow on the local engine.",
    footer = {
      "",
      "Exit: 0 succeeded, or it waits for someone, 1 failed, 2 wrong usage or bad file, 3 cancelled or timed out."
    })
final class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "FILE", description = "The workflow.")
  private Path file;

  @Option(
      names = "--input",
      paramLabel = "ITEMS.json",
      description = "Items for the trigger: a JSON list of objects.")
  private @Nullable Path input;

  @Option(names = "--json", description = "Prints the run and its items as JSON.")
  private boolean json;

  @Option(
      names = "--all",
      description = "With --json: the items of all nodes, not of the last one only.")
  private boolean all;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description = "Ends the run after so many seconds, also where it waits for a time.")
  private @Nullable Double timeout;

  @Option(
      names = "--start",
      paramLabel = "NODE",
      description = "Begins at this node, by its name or id; at a trigger without it.")
  private @Nullable String start;

  @Option(
      names = "--allow-commands",
      description = "Lets nodes run commands of this machine's shell.")
  private boolean allowCommands;

  @Mixin private HomeOption home;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  private RunCommand() {}

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Workflow workflow = Definitions.read(file);
    refuseProblems(workflow, err);
    List<Item> items = input == null ? List.of() : InputItems.read(input);
    Path folder =
        Objects.requireNonNull(Designers.existing(file).getParent(), "a file lies in a folder");
    RunRequest request =
        new RunRequest(
            workflow,
            folder,
            items,
            start(workflow),
            Optional.empty(),
            Optional.ofNullable(limit()),
            RunMode.CLI);
    try (Engine engine =
            allowCommands
                ? Engines.openAllowingCommands(home.folder())
                : Engines.open(home.folder());
        RunWatch watch = new RunWatch(engine, workflow, err)) {
      RunId id = engine.start(request);
      try (var stop = new StopOnSignal(engine, id)) {
        watch.untilEnd(id, request.timeout());
        engine.awaitQuiet();
        stop.disarm();
      }
      RunView view = engine.run(id).orElseThrow();
      return RunReport.report(engine, view, json, all, out, err);
    } catch (EngineException e) {
      throw Engines.failed(e);
    }
  }

  private Optional<String> start(Workflow workflow) {
    if (start == null) {
      return Optional.empty();
    }
    Optional<String> id =
        workflow.nodes().containsKey(start) ? Optional.of(start) : workflow.idOfName(start);
    if (id.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "--start: “" + workflow.name() + "” has no node “" + start + "”");
    }
    return id;
  }

  private @Nullable Duration limit() {
    if (timeout == null) {
      return null;
    }
    if (!(timeout > 0 && timeout <= 1e9)) {
      throw new ParameterException(
          spec.commandLine(), "--timeout must be a positive number of seconds");
    }
    return Duration.ofMillis(Math.max(1, Math.round(timeout * 1000)));
  }

  private void refuseProblems(Workflow workflow, PrintWriter err) {
    List<Problem> problems = new Checker(BuiltInNodes.catalog()).check(workflow);
    List<Problem> errors = problems.stream().filter(Problem::isError).toList();
    if (errors.isEmpty()) {
      return;
    }
    errors.stream().skip(1).forEach(each -> err.println(Definitions.line(file, workflow, each)));
    err.flush();
    throw new CommandException(ExitCode.USAGE, Definitions.line(file, workflow, errors.getFirst()));
  }
}
