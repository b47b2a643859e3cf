package io.concertmaster.canvas.paint;

import io.concertmaster.canvas.geometry.EdgeRoute;
import io.concertmaster.canvas.geometry.GraphGeometry;
import io.concertmaster.canvas.geometry.NodeShape;
import io.concertmaster.canvas.geometry.PillPlacement;
import io.concertmaster.canvas.geometry.Rectangles;
import io.concertmaster.canvas.graph.GraphEdge;
import io.concertmaster.canvas.graph.GraphNode;
import io.concertmaster.canvas.graph.NodeKind;
import io.concertmaster.canvas.graph.PortRef.Side;
import java.util.function.Predicate;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.transform.Affine;

/**
 * Draws the part of a graph that lies in a rectangle: grid, notes, edges, cards, pills. Asks the
 * spatial index, so the costs follow what is in sight and not the size of the graph.
 */
public final class GraphPainter {
  /**
   * How far drawings reach beyond the bounds of a node or edge: rings, badges, port names, pills.
   */
  public static final double REACH = 60;

  private final TextFitter texts;

  /**
   * @param texts shared by all painters of a canvas
   */
  public GraphPainter(TextFitter texts) {
    this.texts = texts;
  }

  /**
   * Draws a rectangle of the plane, background and grid included.
   *
   * @param gc drawn from its origin on
   * @param pixels the rectangle in pixels at this zoom, counted from the graph's origin; whole
   *     numbers
   */
  public void paint(
      GraphicsContext gc, Picture picture, Rectangle2D pixels, double zoom, Detail detail) {
    Brush brush = new Brush(gc, picture.theme(), detail, zoom, texts);
    gc.setTransform(new Affine());
    gc.setFill(picture.theme().background());
    gc.fillRect(0, 0, pixels.getWidth(), pixels.getHeight());
    GridPainter.paint(gc, brush, pixels);
    gc.translate(-pixels.getMinX(), -pixels.getMinY());
    gc.scale(zoom, zoom);
    Rectangle2D area =
        new Rectangle2D(
            pixels.getMinX() / zoom,
            pixels.getMinY() / zoom,
            pixels.getWidth() / zoom,
            pixels.getHeight() / zoom);
    content(
        brush,
        picture,
        area,
        id -> !picture.hiddenNodes().contains(id),
        id -> !picture.hiddenEdges().contains(id));
    gc.setTransform(new Affine());
  }

  /**
   * Draws some nodes and edges alone, on nothing.
   *
   * @param gc scaled and moved so that it takes graph units
   */
  public void paintOnly(
      GraphicsContext gc,
      Picture picture,
      Rectangle2D area,
      double zoom,
      Predicate<String> nodes,
      Predicate<String> edges) {
    content(
        new Brush(gc, picture.theme(), Detail.at(zoom), zoom, texts), picture, area, nodes, edges);
  }

  /** Draws one node alone, on nothing. */
  public void paintNode(GraphicsContext gc, Picture picture, GraphNode node, double zoom) {
    node(new Brush(gc, picture.theme(), Detail.at(zoom), zoom, texts), node, false);
  }

  private static void content(
      Brush brush,
      Picture picture,
      Rectangle2D area,
      Predicate<String> nodes,
      Predicate<String> edges) {
    GraphGeometry geometry = picture.geometry();
    int[] nodesHere = geometry.nodesIn(Rectangles.grown(area, REACH));
    int[] edgesHere = geometry.edgesIn(Rectangles.grown(area, REACH));
    paintNodes(brush, picture, nodesHere, nodes, NodeKind.NOTE);
    for (int i : edgesHere) {
      GraphEdge edge = geometry.graph().edges().get(i);
      if (edges.test(edge.id())) {
        EdgeRoute route = geometry.route(i).orElseThrow();
        EdgePainter.paint(brush, edge, route, picture.selection().edges().contains(edge.id()));
      }
    }
    paintNodes(brush, picture, nodesHere, nodes, NodeKind.CARD);
    if (brush.detail() == Detail.NEAR) {
      for (int i : edgesHere) {
        GraphEdge edge = geometry.graph().edges().get(i);
        if (!edge.label().isEmpty() && edges.test(edge.id())) {
          pill(brush, geometry, edge, geometry.route(i).orElseThrow());
        }
      }
    }
  }

  private static void paintNodes(
      Brush brush, Picture picture, int[] indexes, Predicate<String> wanted, NodeKind kind) {
    for (int i : indexes) {
      GraphNode node = picture.geometry().graph().nodes().get(i);
      if (node.kind() == kind && wanted.test(node.id())) {
        node(brush, node, picture.selection().nodes().contains(node.id()));
      }
    }
  }

  private static void node(Brush brush, GraphNode node, boolean selected) {
    switch (node.kind()) {
      case CARD -> CardPainter.paint(brush, node, selected);
      case NOTE -> NotePainter.paint(brush, node, selected);
    }
  }

  private static void pill(Brush brush, GraphGeometry geometry, GraphEdge edge, EdgeRoute route) {
    double width = EdgePainter.pillWidth(brush.theme(), brush.texts(), edge.label());
    Rectangle2D place =
        PillPlacement.place(
            route,
            width,
            EdgePainter.PILL_HEIGHT,
            where ->
                geometry.coveredByCard(Rectangles.grown(where, 1)) || onPortName(geometry, where));
    EdgePainter.paintPill(brush, edge.label(), place);
  }

  /**
   * Whether a rectangle touches the name of a port, as far as its width can be guessed without
   * measuring.
   */
  private static boolean onPortName(GraphGeometry geometry, Rectangle2D where) {
    for (int i : geometry.nodesIn(Rectangles.grown(where, REACH))) {
      GraphNode node = geometry.graph().nodes().get(i);
      for (int port = 0; port < node.outputs().size(); port++) {
        int letters = node.outputs().get(port).label().length();
        var at = NodeShape.port(node, Side.OUTPUT, port);
        if (letters > 0 && where.intersects(at.getX() + 6, at.getY() - 15, letters * 6.2 + 2, 13)) {
          return true;
        }
      }
    }
    return false;
  }
}
