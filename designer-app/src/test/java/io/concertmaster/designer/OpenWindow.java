package io.concertmaster.designer;

import io.concertmaster.canvas.GraphCanvas;
import io.concertmaster.canvas.geometry.NodeShape;
import io.concertmaster.canvas.graph.PortRef.Side;
import io.concertmaster.designer.document.EditorDocument;
import io.concertmaster.designer.run.EngineSession;
import io.concertmaster.designer.settings.WindowState;
import io.concertmaster.designer.theme.Fonts;
import io.concertmaster.designer.theme.Look;
import io.concertmaster.designer.theme.Theme;
import io.concertmaster.designer.window.ClipboardAccess;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunView;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.io.WorkflowFileException;
import io.concertmaster.model.io.WorkflowFiles;
import io.concertmaster.node.NodeCatalog;
import io.concertmaster.nodes.BuiltInNodes;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** A window with a real engine in a folder of its own, and what tests do with it. */
final class OpenWindow implements AutoCloseable {
  final TestFiles files = new TestFiles();
  final ClipboardAccess clipboard = ClipboardAccess.ofOwn();
  final CompletableFuture<WindowState> closed = new CompletableFuture<>();
  final EngineSession engine;
  final MainStage main;
  final Look look;

  /** Opens it; on the JavaFX thread. */
  OpenWindow(Path home) {
    Fonts.load();
    NodeCatalog catalog = BuiltInNodes.catalog();
    engine = Designer.engine(home, catalog);
    look = new Look(Theme.LIGHT);
    WindowState state =
        WindowState.fresh().withBounds(new WindowState.Bounds(0, 0, 980, 760, false));
    main = new MainStage(engine, look, state, clipboard, files, catalog, Optional.empty(), closed);
    main.stage().show();
  }

  /** A window on the new file of a workflow, with its engine beside that; on the JavaFX thread. */
  static OpenWindow showing(Path file, Workflow workflow) throws WorkflowFileException {
    WorkflowFiles.save(workflow, file);
    OpenWindow window = new OpenWindow(Objects.requireNonNull(file.getParent()));
    window.bench().files().open(file);
    return window;
  }

  Workbench bench() {
    return main.bench();
  }

  EditorDocument document() {
    return bench().document();
  }

  Workflow workflow() {
    return document().workflow().get();
  }

  GraphCanvas canvas() {
    return bench().desk().area().canvas();
  }

  /** Where a port of a node lies on the screen. */
  Point2D port(String node, Side side, String port) {
    return fx(() -> {
      Point2D graph = NodeShape.port(canvas().graph().node(node).orElseThrow(), side, port);
      return onScreen(canvas().toScene(graph));
    });
  }

  /** Where the middle of a node lies on the screen. */
  Point2D middle(String node) {
    return fx(() -> {
      var bounds = NodeShape.bounds(canvas().graph().node(node).orElseThrow());
      return onScreen(
          canvas()
              .toScene(
                  new Point2D(
                      bounds.getMinX() + bounds.getWidth() / 2,
                      bounds.getMinY() + bounds.getHeight() / 2)));
    });
  }

  /** A place on the canvas, in parts of its size, on the screen. */
  Point2D place(double x, double y) {
    return fx(() -> canvas().localToScreen(canvas().getWidth() * x, canvas().getHeight() * y));
  }

  /** Drags as a hand does: some steps on the way. */
  void drag(FxRobot robot, Point2D from, Point2D to) {
    robot.moveTo(from);
    robot.press(javafx.scene.input.MouseButton.PRIMARY);
    for (int step = 1; step <= 6; step++) {
      robot.moveTo(from.interpolate(to, step / 6.0));
    }
    robot.release(javafx.scene.input.MouseButton.PRIMARY);
    settle();
  }

  /** The row of a node type in the palette, which is searched for it by its name. */
  static Point2D rowOf(FxRobot robot, String name) {
    robot.clickOn("#node-search");
    robot.push(KeyCode.SHORTCUT, KeyCode.A);
    robot.write(name);
    settle();
    Node label = robot.lookup("#node-rows .name").match((Node each) -> named(each, name)).query();
    var bounds = label.localToScreen(label.getBoundsInLocal());
    return new Point2D(bounds.getCenterX(), bounds.getCenterY());
  }

  /** The run on the canvas, once it has ended. */
  RunView ended() {
    until(
        "the run ends",
        () -> document().run().get().filter(run -> run.status().ended()).isPresent());
    return fx(() -> document().run().get().orElseThrow());
  }

  /** The run on the canvas, once it waits. */
  RunView waiting() {
    until(
        "the run waits",
        () -> document().run().get().filter(run -> run.status() == RunStatus.WAITING).isPresent());
    return fx(() -> document().run().get().orElseThrow());
  }

  /**
   * Puts a text where the cursor stands, as pasting does: the headless platform has no clipboard,
   * and typing waits after each letter.
   */
  static void paste(FxRobot robot, String text) {
    fx(() -> {
      Node focused = robot.targetWindow().getScene().getFocusOwner();
      ((TextInputControl) focused).replaceSelection(text);
      return true;
    });
    settle();
  }

  /** How many tasks the inbox lists; -1 where it is not shown. */
  static int listed(FxRobot robot) {
    return robot
        .lookup("#inbox-tasks")
        .tryQueryAs(ListView.class)
        .map(list -> list.getItems().size())
        .orElse(-1);
  }

  /** Answers the task that is shown with the first of the choices, until its form is gone. */
  static void approve(FxRobot robot) {
    until("a form is shown", () -> robot.lookup("#inbox .form-next").tryQuery().isPresent());
    Node yes = robot.lookup("#inbox .form-view .radio-button").nth(0).query();
    robot.clickOn(yes);
    robot.clickOn("#inbox .form-next");
    until("the form is gone", () -> yes.getScene() == null); // the next one is not taken for it
  }

  void run(String command) {
    fx(() -> {
      bench().commands().get(command).perform();
      return true;
    });
    settle();
  }

  static void settle() {
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Waits until something holds on the JavaFX thread. */
  static void until(String what, BooleanSupplier condition) {
    try {
      WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> fx(condition::getAsBoolean));
    } catch (TimeoutException e) {
      throw new AssertionError("waited in vain until " + what, e);
    }
  }

  static <T> T fx(Callable<T> question) {
    return WaitForAsyncUtils.waitForAsyncFx(30_000, question);
  }

  @Override
  public void close() {
    fx(() -> {
      main.stage().hide();
      main.stage().getScene().setRoot(new Group()); // clocks stop, and what was drawn is let go
      look.close();
      return true;
    });
    engine.close();
  }

  /** The id of the only node of a type. */
  String only(String type) {
    return fx(() ->
        workflow().nodes().entrySet().stream()
            .filter(each -> each.getValue().type().equals(type))
            .map(each -> each.getKey())
            .reduce((a, b) -> a + " and " + b)
            .orElse(""));
  }

  Optional<Path> file() {
    return document().file().get();
  }

  private Point2D onScreen(Point2D scene) {
    return bench().root().localToScreen(bench().root().sceneToLocal(scene));
  }

  private static boolean named(Node node, String name) {
    return node instanceof javafx.scene.control.Label label && label.getText().equals(name);
  }
}
