package io.concertmaster.canvas;

import io.concertmaster.canvas.geometry.NodeShape;
import io.concertmaster.canvas.graph.GraphNode;
import io.concertmaster.canvas.graph.PortRef;
import io.concertmaster.canvas.graph.Selection;
import io.concertmaster.canvas.theme.CanvasTheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** Pictures of gestures under way: what is seen only for a moment wants looking at too. */
final class GesturePictures {
  private final Path folder;
  private final CanvasTheme theme;

  GesturePictures(Path folder, CanvasTheme theme) {
    this.folder = folder;
    this.theme = theme;
  }

  void draw(String suffix) throws IOException {
    picture(
        "hover" + suffix,
        canvas ->
            at(canvas, "merge", 60, 20, point -> fire(canvas, MouseEvent.MOUSE_MOVED, point)));
    picture("hover-edge" + suffix, canvas -> fire(canvas, MouseEvent.MOUSE_MOVED, middle(canvas)));
    picture("moving" + suffix, this::moving);
    picture("band" + suffix, canvas -> drag(canvas, new Point2D(360, 40), new Point2D(720, 330)));
    picture("refused" + suffix, canvas -> connect(canvas, "approve"));
    picture("connecting" + suffix, canvas -> connect(canvas, "insert"));
    picture("loose" + suffix, canvas -> connect(canvas, ""));
    picture("drop" + suffix, GesturePictures::drop);
  }

  private void moving(GraphCanvas canvas) {
    canvas.select(Selection.ofNodes(Set.of("check", "insert")));
    at(canvas, "check", 80, 30, point -> drag(canvas, point, point.add(-60, 100)));
  }

  private static void connect(GraphCanvas canvas, String target) {
    canvas.setRules((output, input) ->
        input.node().equals("approve")
            ? Optional.of("Approve order already gets this output")
            : Optional.empty());
    Point2D from = port(canvas, new PortRef("parse", PortRef.Side.OUTPUT, "main"));
    drag(
        canvas,
        from,
        target.isEmpty()
            ? from.add(60, 160)
            : port(canvas, new PortRef(target, PortRef.Side.INPUT, "main")));
  }

  private static void drop(GraphCanvas canvas) {
    GraphNode ghost =
        GraphNode.card("ghost", "Summarize")
            .subtitle("Group and total")
            .role("blue")
            .input("main", "")
            .output("main", "")
            .build();
    Point2D middle = middle(canvas);
    canvas.dropPreview(ghost, middle.getX(), middle.getY());
  }

  private static Point2D middle(GraphCanvas canvas) {
    return port(canvas, new PortRef("check", PortRef.Side.INPUT, "main")).add(-30, 0);
  }

  private static Point2D port(GraphCanvas canvas, PortRef ref) {
    GraphNode node = canvas.graph().node(ref.node()).orElseThrow();
    return canvas.viewport().toScreen(NodeShape.port(node, ref.side(), ref.port()));
  }

  private static void at(
      GraphCanvas canvas, String node, double x, double y, Consumer<Point2D> action) {
    GraphNode n = canvas.graph().node(node).orElseThrow();
    action.accept(canvas.viewport().toScreen(new Point2D(n.x() + x, n.y() + y)));
  }

  private static void drag(GraphCanvas canvas, Point2D from, Point2D to) {
    fire(canvas, MouseEvent.MOUSE_PRESSED, from);
    fire(canvas, MouseEvent.MOUSE_DRAGGED, from.midpoint(to));
    fire(canvas, MouseEvent.MOUSE_DRAGGED, to);
  }

  private static void fire(GraphCanvas canvas, EventType<MouseEvent> type, Point2D at) {
    MouseButton button = type == MouseEvent.MOUSE_MOVED ? MouseButton.NONE : MouseButton.PRIMARY;
    Event.fireEvent(
        canvas.layers(),
        new MouseEvent(
            type, at.getX(), at.getY(), at.getX(), at.getY(), button, 1, false, false, false, false,
            true, false, false, true, false, true, null));
  }

  private void picture(String name, Consumer<GraphCanvas> action) throws IOException {
    GraphCanvas canvas = new GraphCanvas();
    canvas.setTheme(theme);
    Scene scene = new Scene(canvas, 1100, 720);
    canvas.setGraph(DemoGraphs.order());
    canvas.resize(1100, 720);
    canvas.layout();
    canvas.fit();
    canvas.flush();
    action.accept(canvas);
    canvas.flush();
    CanvasPictures.write(scene, folder, name);
  }
}
