package io.concertmaster.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The {@code concertmaster} command. Without a subcommand it opens the designer. */
@Command(
    name = "concertmaster",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Draw workflows, run them on a durable engine, see the data at every step.",
    subcommands = {
      DesignerCommand.class,
      RunCommand.class,
      RunsCommand.class,
      ValidateCommand.class,
      ImportCommand.class,
      ExportCommand.class,
      EvalCommand.class,
      CredentialCommand.class,
      DiffCommand.class,
      ServeCommand.class,
      DeployCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      GenerateCompletion.class
    },
    footer = {
      "",
      "Without a command it opens the designer. To begin with:",
      "  concertmaster run docs/examples/airports.workflow.json",
      "  concertmaster run --help",
      "",
      "Exit: 0 well, 1 it failed or something was found, 2 wrong usage or a bad file, 3 stopped."
    })
public final class ConcertMaster implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "FILE",
      description = "The workflow to open.")
  private @Nullable Path file;

  @Mixin private HomeOption home;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  private ConcertMaster() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] args) {
    // Java's HTTP client reads it when it is first used; see Lines of the HTTP node.
    System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
    LogLines.set(args);
    System.exit(Designers.isWindow(args) ? window(args) : execute(args));
  }

  /**
   * Opens the window without the model of the whole command line, whose making would take as long
   * as that of the window's parts.
   */
  private static int window(String[] args) {
    try {
      return Designers.open(args.length == 0 ? null : Path.of(args[0]), HomeOption.usual());
    } catch (RuntimeException e) {
      return failed(e, commandLine().getErr());
    }
  }

  /** Runs the command and returns its exit code; output goes to the process's streams. */
  public static int execute(String... args) {
    return commandLine().execute(args);
  }

  /** The command with its subcommands, its errors told in one line. */
  static CommandLine commandLine() {
    CommandLine commandLine = new CommandLine(new ConcertMaster());
    inOrder(
        Objects.requireNonNull(commandLine.getSubcommands().get("runs")).getCommandSpec(),
        RunsCommand.ORDER);
    inOrder(
        Objects.requireNonNull(commandLine.getSubcommands().get("credential")).getCommandSpec(),
        CredentialCommand.ORDER);
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setExecutionExceptionHandler(ConcertMaster::failed);
    commandLine.setParameterExceptionHandler(ConcertMaster::misused);
    return commandLine;
  }

  /** Java gives methods that are commands in any order. */
  private static void inOrder(CommandSpec command, List<String> names) {
    for (String name : names) {
      command.addSubcommand(name, Objects.requireNonNull(command.removeSubcommand(name)));
    }
  }

  @Override
  public Integer call() {
    return Designers.openOrPicture(spec.commandLine(), file, home.folder());
  }

  private static int failed(Exception e, CommandLine commandLine, ParseResult parsed) {
    return failed(e, commandLine.getErr());
  }

  private static int failed(Exception e, PrintWriter err) {
    if (e instanceof CommandException expected) {
      err.println("concertmaster: " + expected.getMessage());
      err.flush();
      return expected.exitCode();
    }
    err.println(
        "concertmaster: an error inside ConcertMaster: "
            + e
            + "; please report it with the lines below");
    e.printStackTrace(err);
    err.flush();
    return ExitCode.FAILED;
  }

  private static int misused(ParameterException e, String[] args) {
    CommandLine commandLine = e.getCommandLine();
    PrintWriter err = commandLine.getErr();
    err.println(
        "concertmaster: "
            + e.getMessage()
            + "; see '"
            + commandLine.getCommandSpec().qualifiedName()
            + " --help'");
    err.flush();
    return ExitCode.USAGE;
  }
}
