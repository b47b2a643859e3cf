package io.concertmaster.designer;

import io.concertmaster.designer.command.Command;
import io.concertmaster.designer.command.Command.Menu;
import io.concertmaster.designer.document.EditorDocument;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;

/** What people can do with servers. */
record DeployCommands(Workbench bench) {
  List<Command> all() {
    BooleanBinding workflow =
        Bindings.createBooleanBinding(
            () -> bench.documents().active().get() instanceof EditorDocument,
            bench.documents().active());
    BooleanBinding server =
        Bindings.createBooleanBinding(
            () ->
                bench.documents().active().get() instanceof EditorDocument
                    && bench.servers().place().get().environment().isPresent(),
            bench.documents().active(),
            bench.servers().place());
    return List.of(
        Command.of(
            "deploy.open",
            "Deploy…",
            Menu.DEPLOY,
            "Shortcut+Shift+D",
            workflow,
            () -> bench.servers().deploy(Optional.empty())),
        Command.of(
            "deploy.versions",
            "Versions and roll back…",
            Menu.DEPLOY,
            "",
            workflow,
            () ->
                bench
                    .servers()
                    .likely()
                    .ifPresentOrElse(bench.servers()::versions, bench.servers()::environments)),
        Command.of(
            "deploy.runLive",
            "Run the live version on the server",
            Menu.DEPLOY,
            "",
            server,
            () -> bench.servers().runLive()),
        Command.of(
            "deploy.refresh",
            "Ask the servers anew",
            Menu.DEPLOY,
            "",
            () -> bench.servers().refresh()),
        Command.of(
            "deploy.environments",
            "Environments…",
            Menu.DEPLOY,
            "",
            () -> bench.servers().environments()));
  }
}
