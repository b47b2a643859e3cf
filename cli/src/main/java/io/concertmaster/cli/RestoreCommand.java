package io.concertmaster.cli;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.local.Restore;
import io.concertmaster.server.ServerRestore;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code concertmaster restore}: puts a backup in place. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = "Puts the runs of a backup in place, after checking it.",
    footer = {
      "",
      "Exit: 0 in place, 2 the backup is damaged, the home is in use, or there are runs."
    })
final class RestoreCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "FROM",
      description = "The folder that 'concertmaster backup' made.")
  private Path from;

  @Option(
      names = "--force",
      description = "Where there are runs already: moves them aside into a folder of the home.")
  private boolean force;

  @Mixin private HomeOption home;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  private RestoreCommand() {}

  @Override
  public Integer call() {
    try {
      PrintWriter out = spec.commandLine().getOut();
      if (ServerRestore.isServer(from)) {
        Optional<Path> aside = ServerRestore.from(from, home.folder(), force);
        out.println("The server of " + from + " is in " + home.folder() + ".");
        aside.ifPresent(folder -> out.println("What was there before is in " + folder + "."));
        out.println(
            "Its credentials open with the key that it had: put server.key into the home before the"
                + " start, or name the file with --key-file.");
        out.flush();
        return ExitCode.OK;
      }
      Optional<Path> aside = Restore.from(from, home.folder(), force);
      out.println("The runs of " + from + " are in " + home.folder() + ".");
      aside.ifPresent(folder -> out.println("What was there before is in " + folder + "."));
      out.flush();
      return ExitCode.OK;
    } catch (EngineException e) {
      throw Engines.failed(e);
    }
  }
}
