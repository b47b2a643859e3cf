package io.concertmaster.designer;

import static io.concertmaster.designer.command.Command.Menu.EDIT;
import static io.concertmaster.designer.command.Command.Menu.FILE;
import static io.concertmaster.designer.command.Command.Menu.RUN;
import static io.concertmaster.designer.command.Command.Menu.VIEW;

import io.concertmaster.canvas.GraphCanvas;
import io.concertmaster.canvas.graph.Selection;
import io.concertmaster.cli.Samples;
import io.concertmaster.designer.command.Command;
import io.concertmaster.designer.command.Commands;
import io.concertmaster.designer.document.EditorDocument;
import io.concertmaster.designer.document.OpenDocument;
import io.concertmaster.designer.theme.Theme;
import io.concertmaster.form.build.FormBuilder;
import io.concertmaster.node.NodeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/** The table of all that people can do in the window. */
final class DesignerCommands {
  private final Workbench bench;
  private final Runnable quit;

  DesignerCommands(Workbench bench, Runnable quit) {
    this.bench = bench;
    this.quit = quit;
  }

  /** All commands, in the order of the menus. */
  Commands all() {
    List<Command> all = new ArrayList<>();
    file(all);
    edit(all);
    view(all);
    run(all);
    all.addAll(new DeployCommands(bench).all());
    all.addAll(new FormCommands(bench).all());
    return new Commands(all);
  }

  private void file(List<Command> all) {
    all.add(
        Command.of("file.new", "New workflow", FILE, "Shortcut+N", () -> bench.files().create()));
    all.add(
        Command.of(
            "file.newForm",
            "New form",
            FILE,
            "Shortcut+Shift+N",
            () -> bench.files().createForm()));
    all.add(
        Command.of("file.open", "Open a file…", FILE, "Shortcut+O", () -> bench.files().open()));
    Samples.airports()
        .ifPresent(sample ->
            all.add(
                Command.of(
                    "file.sample",
                    "Open the airports sample",
                    FILE,
                    "",
                    () -> bench.files().open(sample))));
    Samples.order()
        .ifPresent(sample ->
            all.add(
                Command.of(
                    "file.sampleForm",
                    "Open the order form sample",
                    FILE,
                    "",
                    () -> bench.files().open(sample))));
    all.add(
        Command.of("file.save", "Save", FILE, "Shortcut+S", () -> bench.files().save(inFront())));
    all.add(
        Command.of(
            "file.saveAs",
            "Save as…",
            FILE,
            "Shortcut+Shift+S",
            () -> bench.files().saveAs(inFront())));
    all.add(
        Command.of(
            "file.exportN8n",
            "Export to n8n…",
            FILE,
            "",
            always(),
            () ->
                bench
                    .files()
                    .exportN8n(bench.document())
                    .ifPresent(findings -> bench.document().report(findings))));
    all.add(
        Command.of(
            "file.close", "Close tab", FILE, "Shortcut+W", () -> bench.files().close(inFront())));
    all.add(Command.of("file.quit", "Quit", FILE, "Shortcut+Q", quit));
  }

  private void edit(List<Command> all) {
    ObservableBooleanValue chosen = someNodeChosen();
    all.add(
        Command.of(
            "edit.undo",
            "Undo",
            EDIT,
            "Shortcut+Z",
            front(OpenDocument::canUndo),
            () -> inFront().undo()));
    all.add(
        Command.of(
            "edit.redo",
            "Redo",
            EDIT,
            "Shortcut+Shift+Z|Shortcut+Y",
            front(OpenDocument::canRedo),
            () -> inFront().redo()));
    all.add(
        canvas("edit.cut", "Cut", "Shortcut+X", chosen, () -> bench.desk().hands().cutChosen()));
    all.add(
        canvas("edit.copy", "Copy", "Shortcut+C", chosen, () -> bench.desk().hands().copyChosen()));
    all.add(
        Command.onCanvas(
            "edit.paste",
            "Paste",
            EDIT,
            "Shortcut+V",
            always(),
            () -> bench.desk().hands().pasteInSight()));
    all.add(
        canvas(
            "edit.duplicate",
            "Duplicate",
            "Shortcut+D",
            Bindings.or(chosen, bench.elementChosen()),
            () ->
                onForm(
                    FormBuilder::duplicateChosen, () -> bench.desk().hands().duplicateChosen())));
    all.add(
        canvas(
            "edit.delete",
            "Delete",
            "Delete",
            Bindings.or(somethingChosen(), bench.elementChosen()),
            () -> onForm(FormBuilder::deleteChosen, () -> bench.desk().hands().deleteChosen())));
    all.add(
        Command.onCanvas(
            "edit.selectAll",
            "Select all",
            EDIT,
            "Shortcut+A",
            always(),
            () -> bench.desk().hands().selectAll()));
    all.add(
        canvas(
            "edit.rename",
            "Rename",
            "F2",
            Bindings.or(chosen, bench.elementChosen()),
            () -> onForm(FormBuilder::editChosen, () -> bench.desk().hands().renameChosen())));
    all.add(
        canvas(
            "edit.toggleDisabled",
            "Disable or enable",
            "D",
            chosen,
            () -> bench.desk().hands().toggleDisabled()));
    all.add(Command.onCanvas("edit.addNode", "Add a node…", EDIT, "N", always(), this::askForNode));
    all.add(
        Command.of("edit.addTrigger", "Add a trigger", EDIT, "", hasTrigger(), this::addTrigger));
  }

  private void view(List<Command> all) {
    all.add(
        Command.of("view.palette", "Search everything", VIEW, "Shortcut+K", bench::openPalette));
    all.add(
        Command.of(
            "view.findNode",
            "Find a node type or a field",
            VIEW,
            "Shortcut+Shift+F",
            bench::focusNodeSearch));
    all.add(
        Command.of("view.zoomIn", "Zoom in", VIEW, "Shortcut+Equals", always(), () -> zoom(1.25)));
    all.add(
        Command.of("view.zoomOut", "Zoom out", VIEW, "Shortcut+Minus", always(), () -> zoom(0.8)));
    all.add(
        Command.of(
            "view.zoomWhole",
            "Zoom to 100 %",
            VIEW,
            "Shortcut+0",
            always(),
            () -> canvas().zoomTo(1)));
    all.add(
        Command.of(
            "view.fit",
            "Show the whole workflow",
            VIEW,
            "Shortcut+1",
            always(),
            () -> canvas().fit()));
    all.add(
        Command.of(
            "view.problems",
            "Show or hide problems",
            VIEW,
            "Shortcut+Shift+M",
            () ->
                onForm(
                    FormBuilder::showChecks,
                    () -> bench.desk().problemsShown().set(!bench.desk().problemsShown().get()))));
    all.add(
        Command.of(
            "view.inbox",
            "Inbox",
            VIEW,
            "Shortcut+Shift+I",
            () -> bench.inbox().shown().set(!bench.inbox().shown().get())));
    all.add(
        Command.of(
            "view.report",
            "Show or hide the n8n report",
            VIEW,
            "",
            active(document -> document.report().map(findings -> !findings.isEmpty())),
            () -> bench.desk().reportShown().set(!bench.desk().reportShown().get())));
    ObservableBooleanValue several = Bindings.size(bench.documents().all()).greaterThan(1);
    all.add(
        Command.first(
            "view.nextTab",
            "Next tab",
            VIEW,
            "Ctrl+Tab|Ctrl+Page Down",
            several,
            () -> bench.stepTab(1)));
    all.add(
        Command.first(
            "view.previousTab",
            "Previous tab",
            VIEW,
            "Ctrl+Shift+Tab|Ctrl+Page Up",
            several,
            () -> bench.stepTab(-1)));
    for (Theme theme : Theme.values()) {
      all.add(
          Command.inPalette(
              "view.theme." + theme.id(),
              "Theme: " + theme.label(),
              () -> bench.look().chosen().set(theme)));
    }
  }

  private void run(List<Command> all) {
    all.add(
        Command.of(
            "run.start",
            "Run",
            RUN,
            "F5|Shortcut+Enter",
            Bindings.and(
                bench.running().not(),
                active(document -> document.workflow().map(each -> !each.nodes().isEmpty()))),
            () -> bench.desk().runs().start(Optional.empty())));
    all.add(
        Command.of(
            "run.here",
            "Run to the chosen node",
            RUN,
            "Shift+F5",
            Bindings.and(bench.running().not(), oneNodeChosen()),
            () -> bench.desk().runs().start(bench.document().selectedNode().get())));
    all.add(
        Command.of(
            "run.stop",
            "Stop",
            RUN,
            "Ctrl+F5",
            Bindings.or(bench.running(), bench.waiting()),
            () -> bench.desk().runs().stop()));
  }

  private Command canvas(
      String id, String title, String keys, ObservableBooleanValue enabled, Runnable action) {
    return Command.onCanvas(id, title, EDIT, keys, enabled, action);
  }

  private GraphCanvas canvas() {
    return bench.desk().area().canvas();
  }

  private void zoom(double factor) {
    canvas().zoomTo(canvas().viewport().zoom() * factor);
  }

  private void askForNode() {
    Rectangle2D sight = canvas().visibleArea();
    bench
        .desk()
        .hands()
        .askForNode(
            new Point2D(
                sight.getMinX() + sight.getWidth() / 2, sight.getMinY() + sight.getHeight() / 2),
            Optional.empty());
  }

  private void addTrigger() {
    trigger().ifPresent(type -> bench.desk().hands().add(type.descriptor()));
  }

  private Optional<NodeType> trigger() {
    return bench.catalog().offered().stream()
        .filter(type -> type.descriptor().isTrigger())
        .findFirst();
  }

  private ObservableBooleanValue hasTrigger() {
    return active(document -> document.workflow().map(each -> trigger().isPresent()));
  }

  /** Whenever a workflow is in front. */
  private ObservableBooleanValue always() {
    return active(document -> document.workflow().map(each -> true));
  }

  private OpenDocument<?> inFront() {
    return bench.documents().active().get();
  }

  /** Does one thing on a form and another on a workflow. */
  private void onForm(Consumer<FormBuilder> form, Runnable workflow) {
    bench.builder().ifPresentOrElse(form, workflow);
  }

  private ObservableBooleanValue oneNodeChosen() {
    return active(document -> document.selectedNode().map(Optional::isPresent));
  }

  private ObservableBooleanValue someNodeChosen() {
    return selection(selection -> !selection.nodes().isEmpty());
  }

  private ObservableBooleanValue somethingChosen() {
    return selection(selection -> !selection.isEmpty());
  }

  private ObservableBooleanValue selection(Predicate<Selection> test) {
    return active(document -> document.selection().map(test::test));
  }

  /** A value of the workflow in front; false while there is none. */
  private ObservableBooleanValue active(Function<EditorDocument, ObservableValue<Boolean>> value) {
    return truth(bench.documents().ofWorkflow(value));
  }

  /** A value of what is in front. */
  private ObservableBooleanValue front(Function<OpenDocument<?>, ObservableValue<Boolean>> value) {
    return truth(bench.documents().active().flatMap(value));
  }

  private static ObservableBooleanValue truth(ObservableValue<Boolean> now) {
    return new BooleanBinding() {
      {
        bind(now);
      }

      @Override
      protected boolean computeValue() {
        return Boolean.TRUE.equals(now.getValue());
      }
    };
  }
}
