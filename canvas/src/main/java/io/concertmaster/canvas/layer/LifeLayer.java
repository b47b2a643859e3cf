package io.concertmaster.canvas.layer;

import io.concertmaster.canvas.geometry.NodeShape;
import io.concertmaster.canvas.geometry.Rectangles;
import io.concertmaster.canvas.geometry.Viewport;
import io.concertmaster.canvas.graph.GraphNode;
import io.concertmaster.canvas.paint.BadgePainter;
import io.concertmaster.canvas.paint.CardPainter;
import io.concertmaster.canvas.paint.Detail;
import io.concertmaster.canvas.paint.Picture;
import io.concertmaster.canvas.theme.CanvasTheme;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Rectangle2D;
import javafx.scene.paint.Color;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.StrokeLineCap;
import javafx.util.Duration;

/**
 * The breathing ring and the turning arc of running nodes in sight. Steps ten times a second, which
 * is enough for the eye and cheap for a software renderer, and not at all while nothing runs or the
 * window is gone.
 */
public final class LifeLayer extends Plane {
  private static final Duration STEP = Duration.millis(100);
  private static final int MOST = 60;
  private static final double BREATH = 16;
  private static final double TURN = 36;

  private record Sign(GraphNode node, Rectangle ring, Arc arc) {}

  private final List<Sign> signs = new ArrayList<>();
  private final Timeline clock = new Timeline(new KeyFrame(STEP, event -> step()));
  private CanvasTheme theme;
  private long steps;

  /** A layer without signs. */
  public LifeLayer(CanvasTheme theme) {
    this.theme = theme;
    clock.setCycleCount(Animation.INDEFINITE);
    sceneProperty().subscribe(scene -> tick());
  }

  /** Draws in other colours. */
  public void setTheme(CanvasTheme newTheme) {
    theme = newTheme;
    signs.clear();
  }

  /** Whether it steps. */
  public boolean animated() {
    return clock.getStatus() == Animation.Status.RUNNING;
  }

  /** Brings the signs in line with the nodes in sight. */
  public void show(Picture picture, Viewport viewport, double width, double height) {
    show(viewport);
    List<GraphNode> running = new ArrayList<>();
    if (Detail.at(viewport.zoom()) != Detail.FAR) {
      Rectangle2D visible = Rectangles.grown(viewport.visible(width, height), 20);
      for (int i : picture.geometry().nodesIn(visible)) {
        GraphNode node = picture.geometry().graph().nodes().get(i);
        if (node.state().animated()
            && running.size() < MOST
            && !picture.hiddenNodes().contains(node.id())) {
          running.add(node);
        }
      }
    }
    if (!signs.stream().map(Sign::node).toList().equals(running)) {
      signs.clear();
      shapes().clear();
      running.forEach(this::add);
      pose();
    }
    tick();
  }

  private void add(GraphNode node) {
    Rectangle2D r = Rectangles.grown(NodeShape.bounds(node), 2.5);
    Rectangle ring = new Rectangle(r.getMinX(), r.getMinY(), r.getWidth(), r.getHeight());
    ring.setArcWidth(CardPainter.ARC + 5);
    ring.setArcHeight(CardPainter.ARC + 5);
    ring.setFill(Color.TRANSPARENT);
    ring.setStroke(theme.states().running());
    ring.setStrokeWidth(4);
    Rectangle2D card = NodeShape.bounds(node);
    double x = card.getMaxX() - BadgePainter.INSET_X;
    double y = card.getMinY() + BadgePainter.INSET_Y;
    Circle badge = new Circle(x, y, BadgePainter.RADIUS, theme.states().running());
    Arc arc = new Arc(x, y, 4, 4, 30, 250);
    arc.setType(ArcType.OPEN);
    arc.setFill(Color.TRANSPARENT);
    arc.setStroke(Color.WHITE);
    arc.setStrokeWidth(1.6);
    arc.setStrokeLineCap(StrokeLineCap.ROUND);
    signs.add(new Sign(node, ring, arc));
    shapes().add(ring);
    if (node.badge().isEmpty()) {
      shapes().addAll(badge, arc);
    }
  }

  private void step() {
    steps++;
    pose();
  }

  private void pose() {
    double breath = 0.11 * (1 + Math.sin(steps * 2 * Math.PI / BREATH));
    for (Sign sign : signs) {
      sign.ring.setOpacity(breath);
      sign.arc.setStartAngle(30 - steps * TURN);
    }
  }

  private void tick() {
    if (signs.isEmpty() || getScene() == null) {
      clock.stop();
    } else {
      clock.play();
    }
  }
}
