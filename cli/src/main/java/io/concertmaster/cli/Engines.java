package io.concertmaster.cli;

import io.concertmaster.engine.Engine;
import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.local.LocalEngine;
import io.concertmaster.engine.local.credential.HomeCredentials;
import io.concertmaster.node.Permission;
import io.concertmaster.nodes.BuiltInNodes;
import java.nio.file.Path;

/** Opens the local engine for commands, and words what it cannot do. */
final class Engines {
  /**
   * A command cares for the run that it names; runs that wait are for the designer or the server.
   */
  private static final LocalEngine.Options OWN_RUNS_ONLY =
      LocalEngine.Options.DEFAULT.takingUp(false, false).withWorkflows(new CallableFiles());

  private Engines() {}

  /** The engine over the store of a folder, which no other process may use meanwhile. */
  static LocalEngine open(Path home) {
    return open(home, OWN_RUNS_ONLY);
  }

  /** The same, and commands of the shell may run. */
  static Engine openAllowingCommands(Path home) {
    return open(home, OWN_RUNS_ONLY.allowing(Permission.COMMANDS));
  }

  private static LocalEngine open(Path home, LocalEngine.Options options) {
    try {
      return LocalEngine.open(
          home, BuiltInNodes.catalog(), options.withCredentials(new HomeCredentials(home)));
    } catch (EngineException e) {
      throw failed(e);
    }
  }

  /** The same store for looking only: another process may be using it. */
  static Engine openReadOnly(Path home) {
    try {
      return LocalEngine.openReadOnly(home);
    } catch (EngineException e) {
      throw failed(e);
    }
  }

  /** What an engine could not do, as the end of the command. */
  static CommandException failed(EngineException e) {
    String message = e.getMessage() == null ? e.reason().toString() : e.getMessage();
    return new CommandException(ExitCode.USAGE, message, e);
  }

  /** A run's number from the command line; {@code #42} is 42 too. */
  static RunId runId(String text) {
    String digits = text.startsWith("#") ? text.substring(1) : text;
    try {
      return new RunId(Long.parseLong(digits));
    } catch (IllegalArgumentException e) {
      throw new CommandException(
          ExitCode.USAGE,
          "“" + text + "” is no run: give its number, as 'concertmaster runs list' shows it",
          e);
    }
  }
}
