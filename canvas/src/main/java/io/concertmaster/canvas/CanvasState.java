package io.concertmaster.canvas;

import io.concertmaster.canvas.geometry.GraphGeometry;
import io.concertmaster.canvas.geometry.Rectangles;
import io.concertmaster.canvas.geometry.Viewport;
import io.concertmaster.canvas.gesture.Board;
import io.concertmaster.canvas.gesture.Feedback;
import io.concertmaster.canvas.graph.Graph;
import io.concertmaster.canvas.graph.Selection;
import io.concertmaster.canvas.intent.CanvasIntent;
import io.concertmaster.canvas.intent.GraphRules;
import io.concertmaster.canvas.layer.Layers;
import io.concertmaster.canvas.theme.CanvasTheme;
import io.concertmaster.canvas.theme.CanvasThemes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;

/**
 * The state of a view: graph, selection, viewport, theme, rules, listener. Tells the layers what
 * changes.
 */
final class CanvasState implements Board {
  private static final double REVEAL_MARGIN = 40;

  final ReadOnlyObjectWrapper<Selection> selection =
      new ReadOnlyObjectWrapper<>(this, "selection", Selection.EMPTY);
  final ReadOnlyObjectWrapper<Viewport> viewport =
      new ReadOnlyObjectWrapper<>(this, "viewport", Viewport.HOME);
  final ReadOnlyObjectWrapper<GraphGeometry> geometry =
      new ReadOnlyObjectWrapper<>(this, "geometry", GraphGeometry.empty());
  final ReadOnlyObjectWrapper<CanvasTheme> theme =
      new ReadOnlyObjectWrapper<>(this, "theme", CanvasThemes.light());
  final Layers layers = new Layers(theme.get());
  private List<Rectangle2D> panels = List.of();
  private boolean fitWhenLaidOut;
  private GraphRules rules = GraphRules.permissive();
  private Consumer<CanvasIntent> onIntent = intent -> {};

  void setGraph(Graph graph) {
    GraphGeometry next = geometry.get().next(graph);
    layers.setGeometry(next);
    geometry.set(next);
    select(selection.get());
  }

  void setTheme(CanvasTheme next) {
    layers.setTheme(next);
    theme.set(next);
  }

  void setRules(GraphRules next) {
    rules = next;
  }

  void setOnIntent(Consumer<CanvasIntent> listener) {
    onIntent = listener;
  }

  @Override
  public GraphGeometry geometry() {
    return geometry.get();
  }

  @Override
  public Viewport viewport() {
    return viewport.get();
  }

  @Override
  public void setViewport(Viewport next) {
    Scene scene = layers.getScene();
    double scale =
        scene == null || scene.getWindow() == null ? 1 : scene.getWindow().getOutputScaleX();
    Viewport aligned = next.aligned(scale);
    if (!aligned.equals(viewport.get())) {
      layers.setViewport(aligned);
      viewport.set(aligned);
    }
  }

  @Override
  public Rectangle2D visibleArea() {
    return viewport().visible(layers.getWidth(), layers.getHeight());
  }

  @Override
  public Selection selection() {
    return selection.get();
  }

  @Override
  public void select(Selection next) {
    Selection known = next.within(graph());
    if (!known.equals(selection.get())) {
      layers.setSelection(known);
      selection.set(known);
    }
  }

  @Override
  public GraphRules rules() {
    return rules;
  }

  @Override
  public void emit(CanvasIntent intent) {
    onIntent.accept(intent);
  }

  @Override
  public Feedback feedback() {
    return layers;
  }

  /** Hears what panels lie over the canvas, in its pixels. */
  void setPanels(List<Rectangle2D> rectangles) {
    panels = List.copyOf(rectangles);
    if (fitWhenLaidOut && layers.getWidth() > 0 && layers.getHeight() > 0) {
      fitWhenLaidOut = false;
      fit();
    }
  }

  /** Shows everything; as soon as the canvas has a size. */
  void fit() {
    fitWhenLaidOut = layers.getWidth() <= 0 || layers.getHeight() <= 0;
    fit(geometry().bounds());
  }

  /** Shows an area whole; nothing at all shows the origin. */
  void fit(Optional<Rectangle2D> area) {
    double width = layers.getWidth();
    double height = layers.getHeight();
    setViewport(
        area.filter(a -> width > 0 && height > 0)
            .map(a -> Fitting.viewport(geometry(), a, width, height, panels))
            .orElse(Viewport.HOME));
  }

  /** Moves as little as needed to have a node in sight. */
  void reveal(String node) {
    geometry()
        .bounds(Set.of(node))
        .ifPresent(bounds -> {
          double margin = REVEAL_MARGIN / viewport().zoom();
          Rectangle2D wanted = Rectangles.grown(bounds, margin);
          Rectangle2D seen = visibleArea();
          double dx = shift(wanted.getMinX(), wanted.getMaxX(), seen.getMinX(), seen.getMaxX());
          double dy = shift(wanted.getMinY(), wanted.getMaxY(), seen.getMinY(), seen.getMaxY());
          Viewport now = viewport();
          setViewport(new Viewport(now.x() + dx, now.y() + dy, now.zoom()));
        });
  }

  /**
   * How far the second range must move to hold the first; the first's beginning where it is too
   * long.
   */
  private static double shift(double from, double to, double seenFrom, double seenTo) {
    if (from < seenFrom || to - from > seenTo - seenFrom) {
      return from - seenFrom;
    }
    return Math.max(0, to - seenTo);
  }
}
