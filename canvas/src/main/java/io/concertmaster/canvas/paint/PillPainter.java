package io.concertmaster.canvas.paint;

import io.concertmaster.canvas.geometry.EdgeRoute;
import io.concertmaster.canvas.geometry.GraphGeometry;
import io.concertmaster.canvas.geometry.NodeShape;
import io.concertmaster.canvas.geometry.PillPlacement;
import io.concertmaster.canvas.geometry.Rectangles;
import io.concertmaster.canvas.graph.GraphEdge;
import io.concertmaster.canvas.graph.GraphNode;
import io.concertmaster.canvas.graph.GraphPort;
import io.concertmaster.canvas.graph.PortRef.Side;
import io.concertmaster.canvas.theme.CanvasTheme;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;

/** The pill with the label of an edge, on free space beside its line. */
final class PillPainter {
  private static final double HEIGHT = 17;
  private static final double PADDING = 8;

  private PillPainter() {}

  static void paint(Brush brush, GraphGeometry geometry, GraphEdge edge, EdgeRoute route) {
    CanvasTheme theme = brush.theme();
    double text = Math.ceil(brush.texts().width(theme.fonts().small(), edge.label()));
    Rectangle2D place =
        PillPlacement.place(
            route,
            text + 2 * PADDING,
            HEIGHT,
            where ->
                geometry.coveredByCard(Rectangles.grown(where, 1))
                    || onPortName(brush, geometry, where));
    GraphicsContext gc = brush.gc();
    double x = place.getMinX();
    double y = place.getMinY();
    gc.setFill(theme.background());
    gc.fillRoundRect(x, y, place.getWidth(), HEIGHT, HEIGHT, HEIGHT);
    gc.setStroke(theme.border());
    gc.setLineWidth(brush.line(1, 1));
    gc.strokeRoundRect(x, y, place.getWidth(), HEIGHT, HEIGHT, HEIGHT);
    gc.setFill(theme.muted());
    gc.setFont(theme.fonts().small());
    gc.fillText(edge.label(), x + PADDING, y + HEIGHT / 2 + 3.8);
  }

  /** Whether a rectangle touches the name of an output. */
  private static boolean onPortName(Brush brush, GraphGeometry geometry, Rectangle2D where) {
    for (int i : geometry.nodesIn(Rectangles.grown(where, GraphPainter.REACH))) {
      GraphNode node = geometry.graph().nodes().get(i);
      List<GraphPort> ports = node.outputs();
      for (int port = 0; port < ports.size(); port++) {
        String label = ports.get(port).label();
        Point2D at = NodeShape.port(node, Side.OUTPUT, port);
        if (!label.isEmpty()
            && !ports.get(port).attachment()
            && where.intersects(PortPainter.namePlace(brush, label, Side.OUTPUT, at))) {
          return true;
        }
      }
    }
    return false;
  }
}
