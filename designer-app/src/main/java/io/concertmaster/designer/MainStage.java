package io.concertmaster.designer;

import io.concertmaster.cli.DesignerRequest;
import io.concertmaster.cli.Samples;
import io.concertmaster.designer.document.OpenDocument;
import io.concertmaster.designer.frame.FileChoice;
import io.concertmaster.designer.frame.WindowDialogs;
import io.concertmaster.designer.run.EngineSession;
import io.concertmaster.designer.settings.WindowState;
import io.concertmaster.designer.theme.Look;
import io.concertmaster.designer.window.ClipboardAccess;
import io.concertmaster.form.build.FormBuilder;
import io.concertmaster.model.Workflow;
import io.concertmaster.node.NodeCatalog;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** The workbench in a window of the system. */
final class MainStage {
  private final Stage stage = new Stage();
  private final WindowDialogs dialogs;
  private final Workbench bench;
  private final CompletableFuture<WindowState> closed;

  /**
   * A window that is not open yet.
   *
   * @param first the file that stands in it from the start
   * @param closed gets what to remember once the window is closed
   */
  MainStage(
      EngineSession engine,
      Look look,
      WindowState start,
      ClipboardAccess clipboard,
      FileChoice choice,
      NodeCatalog catalog,
      Optional<Path> first,
      CompletableFuture<WindowState> closed) {
    this.closed = closed;
    dialogs = new WindowDialogs(() -> stage, look, choice);
    bench =
        new Workbench(
            catalog, engine, look, clipboard, dialogs, start, first, this::closeIfNothingIsLost);
    WindowState.Bounds bounds = start.bounds();
    Scene scene = new Scene(bench.root(), bounds.width(), bounds.height());
    bench.commands().listen(scene);
    scene.setOnDragOver(this::dragOver);
    scene.setOnDragDropped(this::dropped);
    stage.setScene(scene);
    stage.setMinWidth(900);
    stage.setMinHeight(560);
    stage
        .titleProperty()
        .bind(
            bench
                .documents()
                .active()
                .flatMap(OpenDocument::title)
                .map(title -> title + " – ConcertMaster"));
    place(bounds);
    stage.setOnCloseRequest(close -> {
      close.consume();
      closeIfNothingIsLost();
    });
    stage
        .focusedProperty()
        .addListener((property, was, is) -> {
          if (is) {
            Platform.runLater(bench.files()::lookAtDisk);
            bench.credentials().refresh();
          }
        });
  }

  /** The workbench in it. */
  Workbench bench() {
    return bench;
  }

  /** The window itself. */
  Stage stage() {
    return stage;
  }

  /** What was asked for, or what was open last and is still there; the first time the sample. */
  static Optional<Path> first(DesignerRequest request, WindowState state) {
    return request
        .file()
        .or(() -> state.recent().stream().findFirst().filter(Files::isRegularFile))
        .or(Samples::airports);
  }

  /** Opens the window. */
  void open(DesignerRequest request, StartTimes times) {
    stage.show();
    times.reached("shown");
    // It is open already, unless it cannot be read, which the window now tells.
    first(request, bench.state().get()).ifPresent(bench.files()::open);
    request
        .select()
        .flatMap(name -> select(bench, name))
        .ifPresent(why -> dialogs.tell("Nothing is selected", why));
    if (request.run() && bench.builder().isEmpty()) {
      bench.desk().runs().start(Optional.empty());
    }
  }

  /**
   * Chooses a node by its id or name; on a form an element by the name of its field.
   *
   * @return what is wrong where there is none of that name
   */
  static Optional<String> select(Workbench bench, String wanted) {
    Optional<FormBuilder> builder = bench.builder();
    if (builder.isPresent()) {
      return builder.get().choose(wanted)
          ? Optional.empty()
          : Optional.of(
              "there is no field “" + wanted + "” in this form: give --select the key of a field");
    }
    Workflow workflow = bench.document().workflow().get();
    Optional<String> id =
        workflow.nodes().containsKey(wanted) ? Optional.of(wanted) : workflow.idOfName(wanted);
    id.ifPresent(node -> bench.document().selectedNode().set(Optional.of(node)));
    return id.isPresent()
        ? Optional.empty()
        : Optional.of(
            "there is no node “"
                + wanted
                + "” in this workflow: give --select the name of a node, or its id");
  }

  private void closeIfNothingIsLost() {
    if (bench.files().mayQuit()) {
      WindowState.Bounds old = bench.state().get().bounds();
      boolean maximized = stage.isMaximized();
      WindowState.Bounds now =
          maximized
              ? new WindowState.Bounds(old.x(), old.y(), old.width(), old.height(), true)
              : new WindowState.Bounds(
                  stage.getX(),
                  stage.getY(),
                  stage.getScene().getWidth(),
                  stage.getScene().getHeight(),
                  false);
      WindowState last = bench.remember().withBounds(now);
      stage.hide();
      closed.complete(last);
    }
  }

  /** Where it stood before, if any screen still shows that place. */
  private void place(WindowState.Bounds bounds) {
    boolean known = !Double.isNaN(bounds.x()) && !Double.isNaN(bounds.y());
    if (known
        && !Screen.getScreensForRectangle(bounds.x(), bounds.y(), bounds.width(), bounds.height())
            .isEmpty()) {
      stage.setX(bounds.x());
      stage.setY(bounds.y());
    } else {
      Rectangle2D screen = Screen.getPrimary().getVisualBounds();
      stage.setWidth(Math.min(bounds.width(), screen.getWidth()));
      stage.setHeight(Math.min(bounds.height(), screen.getHeight()));
      stage.centerOnScreen();
    }
    stage.setMaximized(bounds.maximized());
  }

  private void dragOver(DragEvent drag) {
    if (drag.getDragboard().hasFiles()) {
      drag.acceptTransferModes(TransferMode.COPY);
      drag.consume();
    }
  }

  private void dropped(DragEvent drag) {
    List<File> files = drag.getDragboard().getFiles();
    drag.setDropCompleted(!files.isEmpty());
    drag.consume();
    Platform.runLater(() -> files.forEach(file -> bench.files().open(file.toPath())));
  }
}
