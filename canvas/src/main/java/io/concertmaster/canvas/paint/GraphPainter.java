package io.concertmaster.canvas.paint;

import io.concertmaster.canvas.geometry.EdgeRoute;
import io.concertmaster.canvas.geometry.GraphGeometry;
import io.concertmaster.canvas.geometry.Rectangles;
import io.concertmaster.canvas.graph.GraphEdge;
import io.concertmaster.canvas.graph.GraphNode;
import io.concertmaster.canvas.graph.NodeKind;
import java.util.function.Predicate;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
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

  /** So small that at 100,000 pixels from the origin it makes one pixel. */
  private static final double HAIR = 1.00001;

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
    scale(gc, zoom);
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

  /**
   * Lets a context take graph units. Under a plain scale of 1 JavaFX puts every letter on a whole
   * pixel, which tears words apart; a hair's breadth more lets it place them exactly, as it does at
   * every other zoom.
   */
  public static void scale(GraphicsContext gc, double zoom) {
    gc.scale(zoom * HAIR, zoom * HAIR);
  }

  /** Draws one node alone, on nothing. */
  public void paintNode(GraphicsContext gc, Picture picture, GraphNode node, double zoom) {
    Brush brush = new Brush(gc, picture.theme(), Detail.at(zoom), zoom, texts);
    node(brush, node, false, picture.theme().background());
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
          PillPainter.paint(brush, geometry, edge, geometry.route(i).orElseThrow());
        }
      }
    }
  }

  private static void paintNodes(
      Brush brush, Picture picture, int[] indexes, Predicate<String> wanted, NodeKind kind) {
    for (int i : indexes) {
      GraphNode node = picture.geometry().graph().nodes().get(i);
      if (node.kind() == kind && wanted.test(node.id())) {
        boolean selected = picture.selection().nodes().contains(node.id());
        node(brush, node, selected, backdrop(brush, picture, indexes, i));
      }
    }
  }

  /** The colour behind a card: that of the topmost note under it, or of the canvas. */
  private static Color backdrop(Brush brush, Picture picture, int[] indexes, int card) {
    Color color = picture.theme().background();
    if (brush.detail() != Detail.NEAR) {
      return color;
    }
    Rectangle2D bounds = picture.geometry().bounds(card);
    for (int i : indexes) {
      GraphNode node = picture.geometry().graph().nodes().get(i);
      if (node.kind() == NodeKind.NOTE && picture.geometry().bounds(i).contains(bounds)) {
        color = picture.theme().note(node.role()).fill();
      }
    }
    return color;
  }

  private static void node(Brush brush, GraphNode node, boolean selected, Color backdrop) {
    switch (node.kind()) {
      case CARD -> CardPainter.paint(brush, node, selected, backdrop);
      case NOTE -> NotePainter.paint(brush, node, selected);
    }
  }
}
