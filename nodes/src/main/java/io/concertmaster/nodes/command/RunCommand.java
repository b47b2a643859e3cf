package io.concertmaster.nodes.command;

import io.concertmaster.node.EachItem;
import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.Permission;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs a command of this machine's shell, for each item or once. */
public final class RunCommand implements NodeType {
  private static final int SHOWN = 500;

  @Override
  public NodeDescriptor descriptor() {
    return RunCommandFace.DESCRIPTOR;
  }

  @Override
  public String caption(JsonObject parameters) {
    return parameters.get("command") instanceof String command && !command.startsWith("=")
        ? command.lines().findFirst().orElse("")
        : "";
  }

  @Override
  public NodeResult run(NodeContext context) throws NodeException, InterruptedException {
    if (!context.allows(Permission.COMMANDS)) {
      throw new NodeException(
          "Commands are not allowed here. A workflow that runs commands can do all that you can on"
              + " this machine: look at what it runs, then allow it with --allow-commands or the"
              + " environment variable CONCERTMASTER_ALLOW_COMMANDS=true");
    }
    if (!context.parameters().flag("once")) {
      EachItem.stepByStep(context, (item, position) -> run(context, item, position));
    } else if (!context.input().isEmpty()) {
      Item first = context.input().get(0);
      try {
        run(context, first, 0);
      } catch (NodeException e) {
        context.reject(first, 0, e);
      }
    }
    return NodeResult.done();
  }

  private static void run(NodeContext context, Item item, long position)
      throws NodeException, InterruptedException {
    Parameters settings = context.parameters(item, position);
    String command = settings.requiredText("command");
    Path folder = context.path(settings.text("folder").isBlank() ? "." : settings.text("folder"));
    if (!Files.isDirectory(folder)) {
      throw new NodeException("There is no folder “" + folder + "” to run the command in")
          .atProperty("folder");
    }
    Shell.Result result = Shell.run(context, command, folder);
    if (result.exitCode() != 0 && !settings.flag("anyExit")) {
      throw new NodeException(
          "The command ended with exit code " + result.exitCode() + said(result.stderr()));
    }
    JsonObject json =
        JsonObject.builder()
            .put("exitCode", result.exitCode())
            .put("stderr", result.stderr())
            .put("stdout", result.stdout())
            .build();
    context.output().add(Item.of(json).pairedTo(position, 0));
  }

  private static String said(String stderr) {
    String text = stderr.replaceAll("\\s+", " ");
    return text.isEmpty()
        ? ""
        : ": " + (text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…");
  }
}
