package io.concertmaster.cli;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.local.Backup;
import io.concertmaster.server.ServerBackup;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code concertmaster backup}: copies all runs, also while they go on. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = {
      "Copies all runs and their items to a folder, also while the designer is open.",
      "Of a server's home: the runs of all projects, workflows, accounts and sealed credentials, also"
          + " while it serves. The key that opens the credentials is not copied: keep server.key, or"
          + " the file of --key-file, somewhere else."
    },
    footer = {
      "",
      "Exit: 0 copied, 1 copied, but something in the store is damaged, 2 wrong usage, or it failed."
    })
final class BackupCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "TO",
      description = "The folder to make; must not be there yet, or be empty.")
  private Path to;

  @Mixin private HomeOption home;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  private BackupCommand() {}

  @Override
  public Integer call() {
    try {
      if (ServerBackup.isServer(home.folder())) {
        return ofServer(ServerBackup.make(home.folder(), to));
      }
      Backup.Made made = Backup.make(home.folder(), to);
      PrintWriter out = spec.commandLine().getOut();
      out.printf(
          Locale.ROOT,
          "%s, %.1f MB, in %s.%n",
          runs(made.runs()),
          made.bytes() / 1048576.0,
          made.folder());
      out.flush();
      refuseDamaged(made.damaged());
      return ExitCode.OK;
    } catch (EngineException e) {
      throw Engines.failed(e);
    }
  }

  private static String runs(long runs) {
    return runs == 1 ? "1 run" : runs + " runs";
  }

  private int ofServer(ServerBackup.Made made) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "%s of %s, workflows, accounts and credentials, %.1f MB, in %s.%n",
        runs(made.runs()),
        made.projects() == 1 ? "1 project" : made.projects() + " projects",
        made.bytes() / 1048576.0,
        made.folder());
    out.println(
        "The key that opens the credentials is not in it: keep a copy of it somewhere else.");
    out.flush();
    refuseDamaged(made.damaged());
    return ExitCode.OK;
  }

  private static void refuseDamaged(long damaged) {
    if (damaged > 0) {
      throw new CommandException(
          ExitCode.FAILED,
          "the backup was made, but "
              + damaged
              + " records in the store are damaged: keep your older backups");
    }
  }
}
