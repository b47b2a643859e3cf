package io.concertmaster.nodes.command;

import io.concertmaster.node.Effect;
import io.concertmaster.node.Family;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;

/** The face of {@link RunCommand}. */
final class RunCommandFace {
  static final NodeDescriptor DESCRIPTOR =
      NodeDescriptor.of("command.run", "Run command")
          .summary("Runs a command of this machine's shell")
          .family(Family.FILES)
          .icon("mdoal-computer")
          .effect(Effect.UNSAFE)
          .keywords("execute", "shell", "script", "program", "bash", "cmd", "terminal", "process")
          .property(
              Property.of("command", "Command", new PropertyKind.Text("", 3))
                  .help("As you would type it. Values of items need quotes of the shell.")
                  .mandatory())
          .property(
              Property.of("once", "Once for all items", PropertyKind.flag())
                  .help("Runs for the first item only.")
                  .defaultsTo(false)
                  .literalOnly())
          .property(
              Property.of("folder", "Folder", new PropertyKind.Path(PropertyKind.Target.FOLDER))
                  .help("Where the command runs. Empty for the workflow's folder."))
          .property(
              Property.of("anyExit", "Any exit code is fine", PropertyKind.flag())
                  .help("Without this an exit code other than 0 is an error.")
                  .defaultsTo(false))
          .documentation(
              """
              Runs a command with the shell of this machine (`sh`, on Windows `cmd`) for each item \
              and sends `exitCode`, `stdout` and `stderr`, both without blank space at their ends. \
              An exit code other than 0 is an error that tells what the command wrote to `stderr`.

              **Off until you allow it.** A command can do all that you can on this machine, and a \
              workflow may come from a stranger. So commands run only where the person who runs \
              the engine allows them: with `--allow-commands` of the command line, or with the \
              environment variable `CONCERTMASTER_ALLOW_COMMANDS=true`, which counts for the \
              designer too. No workflow can allow itself.

              **Values of items.** An expression puts text into the command as it is: \
              `=grep -c {{ $json.word }} log.txt` runs what somebody wrote into `word`. Quote it, \
              or hand data over in a file.

              **Cancelling** a run, or the node's timeout, kills the command with all programs \
              that it started. After a crash nobody knows whether a command did its work: the node \
              is not run again by itself. Each output may have 64 MB.
              """)
          .build();

  private RunCommandFace() {}
}
