package io.concertmaster.designer;

import io.concertmaster.designer.command.Command;
import io.concertmaster.designer.command.Command.Menu;
import io.concertmaster.designer.document.EditorDocument;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;

/** What people can do with servers. */
record DeployCommands(Workbench bench) {
  List<Command> all() {
    BooleanBinding workflow =
        Bindings.createBooleanBinding(
            () -> bench.documents().active().get() instanceof EditorDocument,
            bench.documents().active());
    ObservableValue<Boolean> filled =
        bench
            .documents()
            .ofWorkflow(document -> document.workflow().map(each -> !each.nodes().isEmpty()));
    BooleanBinding hasNodes =
        Bindings.createBooleanBinding(() -> Boolean.TRUE.equals(filled.getValue()), filled);
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
            hasNodes,
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
