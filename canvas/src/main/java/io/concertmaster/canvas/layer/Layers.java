package io.concertmaster.canvas.layer;

import io.concertmaster.canvas.geometry.EdgeRoute;
import io.concertmaster.canvas.geometry.GraphGeometry;
import io.concertmaster.canvas.geometry.Viewport;
import io.concertmaster.canvas.gesture.Feedback;
import io.concertmaster.canvas.graph.GraphNode;
import io.concertmaster.canvas.graph.PortRef;
import io.concertmaster.canvas.graph.Selection;
import io.concertmaster.canvas.intent.Target;
import io.concertmaster.canvas.paint.GraphPainter;
import io.concertmaster.canvas.paint.Picture;
import io.concertmaster.canvas.paint.TextFitter;
import io.concertmaster.canvas.theme.CanvasTheme;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.animation.AnimationTimer;
import javafx.animation.PauseTransition;
import javafx.geometry.Rectangle2D;
import javafx.scene.Cursor;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;

/**
 * The layers of the picture over each other. Each change says which part is stale; the layout pass
 * of the next pulse brings it up to date, however many changes came before. Since a layout pass
 * comes before each snapshot as well, pictures are never behind.
 */
public final class Layers extends Region implements Feedback {
  private static final double HOVER_FROM_ZOOM = 0.3;
  private static final Duration SETTLE = Duration.millis(140);

  private final TextFitter texts = new TextFitter();
  private final GraphPainter painter = new GraphPainter(texts);
  private final PictureLayer drawing = new PictureLayer(painter);
  private final LiftLayer lift = new LiftLayer(painter);
  private final GhostLayer ghost = new GhostLayer(painter);
  private final LifeLayer life;
  private final FeedbackLayer feedback;
  private final PauseTransition settle = new PauseTransition(SETTLE);
  private final AnimationTimer ahead;
  private GraphGeometry geometry = GraphGeometry.empty();
  private Selection selection = Selection.EMPTY;
  private Viewport viewport = Viewport.HOME;
  private CanvasTheme theme;

  /**
   * @param theme the first colours
   */
  public Layers(CanvasTheme theme) {
    this.theme = theme;
    this.feedback = new FeedbackLayer(theme, texts);
    this.life = new LifeLayer(theme);
    setManaged(false);
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    getChildren().addAll(drawing, life, lift, feedback, ghost);
    settle.setOnFinished(event -> settled());
    ahead =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            drawAhead();
          }
        };
  }

  /** Shows another graph. */
  public void setGeometry(GraphGeometry next) {
    Changes.between(geometry, next)
        .ifPresentOrElse(areas -> areas.forEach(drawing::invalidate), drawing::invalidate);
    geometry = next;
    requestLayout();
  }

  /** Shows another selection. */
  public void setSelection(Selection next) {
    Changes.between(geometry, selection, next).forEach(drawing::invalidate);
    selection = next;
    requestLayout();
  }

  /** Shows another part. While the zoom changes, crowded views are drawn with less detail. */
  public void setViewport(Viewport next) {
    if (next.zoom() != viewport.zoom()) {
      drawing.setHurried(true);
      settle.playFromStart();
    }
    viewport = next;
    requestLayout();
  }

  /** Draws in other colours. */
  public void setTheme(CanvasTheme next) {
    theme = next;
    feedback.setTheme(next);
    life.setTheme(next);
    drawing.invalidate();
    requestLayout();
  }

  /** Shows a node that is not in the graph, pale; and the edge that it would part. */
  public void setGhost(Optional<GraphNode> node, Optional<String> edge) {
    ghost.setGhost(node);
    feedback.markEdge(edge);
    requestLayout();
  }

  /** Draws what is stale now, in full detail. */
  public void flush() {
    settle.stop();
    if (getWidth() > 0 && getHeight() > 0) {
      drawing.showWhole(picture(), viewport, getWidth(), getHeight());
    }
    layout();
  }

  /** How many tiles were drawn so far; for tests and benchmarks. */
  public int paintedTiles() {
    return drawing.painted();
  }

  /** Whether something is animated now; for tests. */
  public boolean animated() {
    return life.animated();
  }

  private void settled() {
    settle.stop();
    drawing.setHurried(false);
    requestLayout();
  }

  private Picture picture() {
    return new Picture(geometry, selection, lift.nodes(), lift.edges(), theme);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    if (width <= 0 || height <= 0) {
      return;
    }
    Picture picture = picture();
    if (drawing.show(picture, viewport, width, height)) {
      ahead.start();
    }
    lift.show(picture, viewport, width, height);
    life.show(picture, viewport, width, height);
    feedback.show(geometry, viewport);
    ghost.show(picture, viewport);
  }

  private void drawAhead() {
    boolean busy = getScene() != null && drawing.ahead(picture());
    if (!busy) {
      ahead.stop();
    }
  }

  @Override
  public void hover(Target target) {
    feedback.hover(target, HOVER_FROM_ZOOM);
  }

  @Override
  public void cursor(Cursor cursor) {
    setCursor(cursor);
  }

  @Override
  public void rubberBand(Rectangle2D area) {
    feedback.rubberBand(area);
  }

  @Override
  public void connection(EdgeRoute route, Optional<PortRef> landing, String refusal) {
    feedback.connection(route, landing, refusal);
  }

  @Override
  public void candidates(Map<PortRef, Boolean> verdicts) {
    feedback.candidates(verdicts);
  }

  @Override
  public void lift(Set<String> nodes) {
    lift.lift(geometry, nodes);
    feedback.clear();
    Changes.areas(geometry, lift.nodes(), lift.edges()).forEach(drawing::invalidate);
    requestLayout();
  }

  @Override
  public void moveLifted(double dx, double dy) {
    lift.move(dx, dy);
    requestLayout();
  }

  @Override
  public void reshape(GraphNode node) {
    lift.reshape(node);
    requestLayout();
  }

  @Override
  public void clear() {
    Changes.areas(geometry, lift.nodes(), lift.edges()).forEach(drawing::invalidate);
    lift.lift(geometry, Set.of());
    feedback.clear();
    requestLayout();
  }
}
