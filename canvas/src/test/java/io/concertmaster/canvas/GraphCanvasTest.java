package io.concertmaster.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.canvas.geometry.Viewport;
import io.concertmaster.canvas.graph.Graph;
import io.concertmaster.canvas.graph.GraphEdge;
import io.concertmaster.canvas.graph.GraphNode;
import io.concertmaster.canvas.graph.NodeState;
import io.concertmaster.canvas.graph.PortRef;
import io.concertmaster.canvas.graph.PortRef.Side;
import io.concertmaster.canvas.graph.Selection;
import io.concertmaster.canvas.intent.CanvasIntent;
import io.concertmaster.canvas.intent.Phase;
import io.concertmaster.canvas.theme.CanvasThemes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ScrollEvent;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class GraphCanvasTest {
  private GraphCanvas canvas;
  private Owner owner;

  @Start
  void start(Stage stage) {
    canvas = new GraphCanvas();
    owner = new Owner(canvas, graph());
    stage.setScene(new Scene(canvas, 900, 700));
    stage.show();
    canvas.requestFocus();
  }

  private static Graph graph() {
    return new Graph(
        List.of(
            GraphNode.card("a", "A").at(60, 60).output("main", "").build(),
            GraphNode.card("b", "B").at(360, 60).input("main", "").output("main", "").build(),
            GraphNode.card("c", "C").at(360, 260).input("main", "").build()),
        List.of(new GraphEdge("ab", "a", "main", "b", "main")));
  }

  private static Point2D center(double x, double y) {
    return new Point2D(x + 88, y + 29);
  }

  private Point2D screen(double x, double y) {
    return canvas.localToScreen(canvas.viewport().toScreen(new Point2D(x, y)));
  }

  private static void fx(Runnable action) {
    WaitForAsyncUtils.waitForAsyncFx(10_000, action);
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  void aClickChoosesAndADragMoves(FxRobot robot) {
    robot.clickOn(screen(150, 90));
    assertThat(canvas.selection()).isEqualTo(Selection.ofNode("a"));
    robot.drag(screen(150, 90)).dropTo(screen(250, 190));
    assertThat(owner.intents.getLast())
        .isEqualTo(new CanvasIntent.MoveNodes(Map.of("a", new Point2D(160, 160)), Phase.END));
    assertThat(canvas.graph().node("a").orElseThrow().x()).isEqualTo(160);
    robot.clickOn(screen(160 + 88, 160 + 29));
    assertThat(canvas.selection()).isEqualTo(Selection.ofNode("a"));
  }

  @Test
  void escapeGivesAMoveUp(FxRobot robot) {
    robot.moveTo(screen(150, 90)).press(MouseButton.PRIMARY).moveTo(screen(300, 300));
    robot.type(KeyCode.ESCAPE);
    robot.release(MouseButton.PRIMARY);
    assertThat(owner.intents.getLast())
        .isEqualTo(new CanvasIntent.MoveNodes(Map.of("a", new Point2D(60, 60)), Phase.CANCEL));
    assertThat(canvas.graph().node("a").orElseThrow().x()).isEqualTo(60);
  }

  @Test
  void aRubberBandChooses(FxRobot robot) {
    robot.drag(screen(300, 20)).dropTo(screen(560, 340));
    assertThat(canvas.selection().nodes()).containsExactly("b", "c");
  }

  @Test
  void aDragBetweenPortsConnectsWhatTheRulesAllow(FxRobot robot) {
    fx(() ->
        canvas.setRules((output, input) ->
            output.node().equals(input.node()) || input.node().equals("b")
                ? Optional.of("no")
                : Optional.empty()));
    robot.drag(screen(236, 89)).dropTo(screen(360, 89));
    assertThat(owner.intents).isEmpty();
    robot.drag(screen(236, 89)).dropTo(screen(360, 289));
    assertThat(owner.intents)
        .containsExactly(
            new CanvasIntent.Connect(
                new PortRef("a", Side.OUTPUT, "main"), new PortRef("c", Side.INPUT, "main")));
    assertThat(canvas.graph().edges()).hasSize(2);
  }

  @Test
  void theMiddleButtonPansAndTheWheelPansToo(FxRobot robot) {
    robot
        .moveTo(screen(600, 500))
        .press(MouseButton.MIDDLE)
        .moveBy(-50, -30)
        .release(MouseButton.MIDDLE);
    assertThat(canvas.viewport()).isEqualTo(new Viewport(50, 30, 1));
    robot.scroll(1, VerticalDirection.DOWN);
    assertThat(canvas.viewport().y()).isNotEqualTo(30);
    assertThat(canvas.viewport().zoom()).isEqualTo(1);
  }

  @Test
  void theWheelWithControlZoomsAtThePointer(FxRobot robot) {
    Point2D at = screen(360, 60);
    fx(() -> Event.fireEvent(canvas.layers(), wheelWithControl(canvas.screenToLocal(at), 80)));
    assertThat(canvas.viewport().zoom()).isGreaterThan(1.1);
    assertThat(screen(360, 60).distance(at)).isLessThan(1.5);
  }

  /** The headless platform sends wheel events without the keys that are held. */
  private static ScrollEvent wheelWithControl(Point2D at, double pixels) {
    return new ScrollEvent(
        ScrollEvent.SCROLL,
        at.getX(),
        at.getY(),
        at.getX(),
        at.getY(),
        false,
        true,
        false,
        false,
        false,
        false,
        0,
        pixels,
        0,
        pixels,
        ScrollEvent.HorizontalTextScrollUnits.NONE,
        0,
        ScrollEvent.VerticalTextScrollUnits.NONE,
        0,
        0,
        null);
  }

  @Test
  void keysWalkOpenMoveAndDelete(FxRobot robot) {
    robot.type(KeyCode.TAB);
    assertThat(canvas.selection()).isEqualTo(Selection.ofNode("a"));
    robot.type(KeyCode.TAB).type(KeyCode.ENTER);
    assertThat(owner.intents.getLast()).isEqualTo(new CanvasIntent.OpenNode("b"));
    robot.type(KeyCode.RIGHT);
    assertThat(canvas.graph().node("b").orElseThrow().x()).isEqualTo(370);
    robot.press(KeyCode.SHIFT).type(KeyCode.DOWN).release(KeyCode.SHIFT);
    assertThat(canvas.graph().node("b").orElseThrow().y()).isEqualTo(110);
    robot.type(KeyCode.DELETE);
    assertThat(canvas.graph().node("b")).isEmpty();
    assertThat(canvas.selection().isEmpty()).isTrue();
    assertThat(canvas.getAccessibleText()).isEqualTo("Canvas with 2 nodes, nothing selected");
  }

  @Test
  void shortcutsChooseAllCopyAndZoom(FxRobot robot) {
    robot.press(KeyCode.CONTROL).type(KeyCode.A).type(KeyCode.C).type(KeyCode.D);
    robot.type(KeyCode.MINUS).release(KeyCode.CONTROL);
    Selection all = canvas.selection();
    assertThat(all.nodes()).containsExactly("a", "b", "c");
    assertThat(owner.intents)
        .containsExactly(new CanvasIntent.Copy(all), new CanvasIntent.Duplicate(all));
    assertThat(canvas.viewport().zoom()).isLessThan(1);
    robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT0).release(KeyCode.CONTROL);
    assertThat(canvas.viewport().zoom()).isEqualTo(1);
  }

  @Test
  void aDropFromOutsideComesOntoTheGridAndIntoAnEdge(FxRobot robot) {
    GraphNode ghost = GraphNode.card("ghost", "New").input("main", "").output("main", "").build();
    fx(() -> {
      assertThat(canvas.dropPreview(ghost, -20, 20)).isFalse();
      assertThat(canvas.dropPreview(ghost, 298, 92)).isTrue();
      assertThat(canvas.drop(ghost, "payload", 298, 92)).isTrue();
      assertThat(canvas.drop(ghost, "payload", 2000, 92)).isFalse();
    });
    assertThat(owner.intents)
        .containsExactly(
            new CanvasIntent.DropAt(new Point2D(210, 60), "payload", Optional.of("ab")));
  }

  @Test
  void aChangeDrawsOnlyTheTilesThatItTouches(FxRobot robot) {
    fx(() -> canvas.flush());
    WaitForAsyncUtils.sleep(600, TimeUnit.MILLISECONDS);
    int before = canvas.layers().paintedTiles();
    fx(() -> {
      List<GraphNode> nodes = new ArrayList<>(canvas.graph().nodes());
      nodes.set(0, GraphNode.card("a", "Other").at(60, 60).output("main", "").build());
      canvas.setGraph(new Graph(nodes, canvas.graph().edges()));
      canvas.flush();
    });
    assertThat(canvas.layers().paintedTiles() - before).isBetween(1, 4);
  }

  @Test
  void anIdleCanvasDrawsNothing(FxRobot robot) {
    WaitForAsyncUtils.sleep(800, TimeUnit.MILLISECONDS);
    int before = canvas.layers().paintedTiles();
    WaitForAsyncUtils.sleep(300, TimeUnit.MILLISECONDS);
    assertThat(canvas.layers().paintedTiles()).isEqualTo(before);
  }

  @Test
  void aPictureOfTheSceneIsNeverBehindTheGraph(FxRobot robot) {
    fx(() -> {
      canvas.setGraph(running(NodeState.NONE));
      assertThat(colorAt(center(60, 60))).isEqualTo(canvas.theme().surface());
      canvas.setGraph(Graph.empty());
      assertThat(colorAt(new Point2D(70, 70))).isEqualTo(canvas.theme().background());
      canvas.setTheme(CanvasThemes.dark());
      assertThat(colorAt(new Point2D(70, 70))).isEqualTo(CanvasThemes.dark().background());
    });
  }

  private Color colorAt(Point2D point) {
    return canvas
        .getScene()
        .snapshot(null)
        .getPixelReader()
        .getColor((int) point.getX() + 40, (int) point.getY() + 16);
  }

  @Test
  void onlyRunningNodesAreAnimated(FxRobot robot) {
    assertThat(canvas.layers().animated()).isFalse();
    fx(() -> canvas.setGraph(running(NodeState.RUNNING)));
    assertThat(canvas.layers().animated()).isTrue();
    fx(() -> canvas.setGraph(running(NodeState.DONE)));
    assertThat(canvas.layers().animated()).isFalse();
  }

  private static Graph running(NodeState state) {
    return new Graph(List.of(GraphNode.card("a", "A").at(60, 60).state(state).build()), List.of());
  }

  @Test
  void fitAndRevealBringNodesIntoSight(FxRobot robot) {
    fx(() -> canvas.setViewport(new Viewport(5000, 5000, 1)));
    fx(() -> canvas.reveal("c"));
    assertThat(canvas.visibleArea().contains(center(360, 260))).isTrue();
    assertThat(canvas.viewport().zoom()).isEqualTo(1);
    fx(() -> canvas.setViewport(new Viewport(5000, 5000, 2)));
    fx(canvas::fit);
    assertThat(canvas.viewport().zoom()).isEqualTo(1);
    assertThat(canvas.visibleArea().contains(center(60, 60))).isTrue();
  }
}
