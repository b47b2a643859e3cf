package io.concertmaster.cli;

import io.concertmaster.engine.Engine;
import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunSummary;
import io.concertmaster.engine.RunView;
import io.concertmaster.engine.UncertainDecision;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code concertmaster runs}: the journal. */
@Command(
    name = "runs",
    mixinStandardHelpOptions = true,
    description =
        "Lists past and present runs, shows one, takes one up again, moves one to a newer"
            + " definition, ends one, takes old ones away.",
    subcommands = {UpgradeCommand.class, PruneCommand.class})
final class RunsCommand {
  /** In which order help names the commands. */
  static final List<String> ORDER = List.of("list", "show", "resume", "upgrade", "cancel", "prune");

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  private RunsCommand() {}

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists the newest runs, newest first; also while the designer is open.",
      footer = {"", "Exit: 0, or 2 where the home cannot be read."})
  int list(
      @Option(
              names = "--limit",
              paramLabel = "N",
              defaultValue = "20",
              description = "At most so many, ${DEFAULT-VALUE} by default.")
          int limit,
      @Option(names = "--json", description = "As JSON.") boolean json,
      @Mixin HomeOption home) {
    PrintWriter out = spec.commandLine().getOut();
    try {
      List<RunSummary> runs = home.isUnused() ? List.of() : newest(home, Math.max(1, limit));
      if (json) {
        out.print(
            Json.writePretty(JsonArray.copyOf(runs.stream().map(RunsCommand::toJson).toList())));
      } else if (runs.isEmpty()) {
        out.println("No runs yet: start one with 'concertmaster run FILE'.");
      } else {
        runs.forEach(run -> out.println(line(run)));
      }
      out.flush();
      return ExitCode.OK;
    } catch (EngineException e) {
      throw Engines.failed(e);
    }
  }

  private static List<RunSummary> newest(HomeOption home, int limit) throws EngineException {
    try (Engine engine = Engines.openReadOnly(home.folder())) {
      return engine.runs(limit);
    }
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Tells what happened in a run; also while the designer is open.",
      footer = {"", "Exit: 0, or 2 where there is no such run."})
  int show(
      @Parameters(paramLabel = "RUN", description = "The run's number.") String run,
      @Option(names = "--json", description = "As JSON, with the items of the last node.")
          boolean json,
      @Option(names = "--all", description = "With --json: the items of all nodes.") boolean all,
      @Mixin HomeOption home) {
    PrintWriter out = spec.commandLine().getOut();
    try (Engine engine = Engines.openReadOnly(home.folder())) {
      RunView view = find(engine, Engines.runId(run));
      if (json) {
        RunJson.write(engine, view, all, out);
        return ExitCode.OK;
      }
      out.println(line(view.summary()));
      RunReport.words(view, out);
      view.log()
          .forEach(
              log -> out.println("  " + local(log.at()) + "  " + log.node() + ": " + log.text()));
      if (view.summary().error().isPresent() || view.status() == RunStatus.UNCERTAIN) {
        out.println(RunReport.sentence(view));
      }
      out.flush();
      return ExitCode.OK;
    } catch (EngineException e) {
      throw Engines.failed(e);
    }
  }

  @Command(
      name = "resume",
      mixinStandardHelpOptions = true,
      description =
          "Takes up a run that a crash cut short, or answers one that waits for that, and follows"
              + " it to its end.",
      footer = {
        "",
        "Exit: 0 succeeded, or it waits again, 1 failed, 2 wrong usage, or a step needs --uncertain,"
            + " 3 cancelled."
      })
  int resume(
      @Parameters(paramLabel = "RUN", description = "The run's number.") String run,
      @Option(names = "--json", description = "Prints the run and its items as JSON.") boolean json,
      @Option(names = "--all", description = "With --json: the items of all nodes.") boolean all,
      @Option(
              names = "--uncertain",
              paramLabel = "DECISION",
              description =
                  "What to do about an unsafe step that was cut short: retry (do it again), skip"
                      + " (it happened), fail (count it as failed).")
          @Nullable UncertainDecision decision,
      @Option(
              names = "--input",
              paramLabel = "ITEMS.json",
              description =
                  "The answer to a run that waits for one: a JSON list of objects; at a task one"
                      + " object, such as {\"decision\": \"approved\"} or the fields of its form."
                      + " Without it, what the node held goes on, but at a task.")
          @Nullable Path answer,
      @Option(
              names = "--node",
              paramLabel = "NODE",
              description =
                  "The node that is answered, by its name or id, where several branches of the run"
                      + " wait for an answer.")
          @Nullable String node,
      @Option(
              names = "--allow-commands",
              description = "Lets nodes run commands of this machine's shell.")
          boolean allowCommands,
      @Mixin HomeOption home)
      throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    RunId id = Engines.runId(run);
    try (Engine engine =
        allowCommands ? Engines.openAllowingCommands(home.folder()) : Engines.open(home.folder())) {
      RunView before = find(engine, id);
      if (before.status().ended()) {
        tellEnded(before, err);
      } else {
        try (RunWatch watch = new RunWatch(engine, before.workflow(), err)) {
          if (answer == null && isOverdue(before)) {
            engine.resume(id); // what its time being over means happens now
          } else if (before.status() == RunStatus.WAITING && before.answerToken().isPresent()) {
            WaitAnswer.give(engine, before, node, answer);
          } else if (answer != null || node != null) {
            throw new CommandException(
                ExitCode.USAGE, RunReport.sentence(before) + ": it takes no answer as it stands");
          } else if (decision == null) {
            engine.resume(id);
          } else {
            engine.resume(id, decision);
          }
          if (!find(engine, id).status().ended()) {
            watch.untilEnd(id);
          }
          engine.awaitQuiet();
        }
      }
      return RunReport.report(engine, find(engine, id), json, all, out, err);
    } catch (EngineException e) {
      throw Engines.failed(e);
    }
  }

  @Command(
      name = "cancel",
      mixinStandardHelpOptions = true,
      description = "Ends a run for good.",
      footer = {"", "Exit: 0 ended, 2 there is no such run, or the home is in use."})
  int cancel(
      @Parameters(paramLabel = "RUN", description = "The run's number.") String run,
      @Mixin HomeOption home) {
    RunId id = Engines.runId(run);
    try (Engine engine = Engines.open(home.folder())) {
      RunView before = find(engine, id);
      if (before.status().ended()) {
        tellEnded(before, spec.commandLine().getErr());
      } else {
        engine.cancel(id);
      }
      spec.commandLine().getOut().println(RunReport.sentence(find(engine, id)));
      spec.commandLine().getOut().flush();
      return ExitCode.OK;
    } catch (EngineException e) {
      throw Engines.failed(e);
    }
  }

  private static boolean isOverdue(RunView run) {
    return run.status() == RunStatus.WAITING
        && run.waitingUntil().filter(at -> !at.isAfter(Instant.now())).isPresent();
  }

  /** What is printed beside it tells how the run ended, which was nothing of now. */
  private static void tellEnded(RunView run, PrintWriter err) {
    err.println("concertmaster: run " + run.id() + " had ended already: nothing was done");
    err.flush();
  }

  private static RunView find(Engine engine, RunId id) throws EngineException {
    return engine
        .run(id)
        .orElseThrow(() ->
            new CommandException(
                ExitCode.USAGE,
                "there is no run "
                    + id
                    + " here: 'concertmaster runs list' shows those there are"));
  }

  private static String line(RunSummary run) {
    String resumed = run.resumed() ? "  (resumed)" : "";
    return String.format(
        Locale.ROOT,
        "%5s  %-11s  %s  %9s  %s%s",
        run.id(),
        RunJson.word(run.status()),
        local(run.started()),
        RunReport.duration(run.took(Instant.now())),
        run.workflowName(),
        resumed);
  }

  private static String local(Instant at) {
    return TIME.format(at.atZone(ZoneId.systemDefault()));
  }

  private static JsonObject toJson(RunSummary run) {
    JsonObject json =
        JsonObject.of("run", run.id().number(), "status", RunJson.word(run.status()))
            .with("workflow", run.workflowId())
            .with("name", run.workflowName())
            .with("started", run.started().toString())
            .with("resumed", run.resumed());
    JsonObject ended = run.ended().map(at -> json.with("ended", at.toString())).orElse(json);
    return run.error().map(error -> ended.with("error", error.message())).orElse(ended);
  }
}
