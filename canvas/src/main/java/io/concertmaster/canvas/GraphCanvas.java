package io.concertmaster.canvas;

import io.concertmaster.canvas.geometry.Viewport;
import io.concertmaster.canvas.gesture.GestureMachine;
import io.concertmaster.canvas.graph.Graph;
import io.concertmaster.canvas.graph.GraphNode;
import io.concertmaster.canvas.graph.Selection;
import io.concertmaster.canvas.intent.CanvasIntent;
import io.concertmaster.canvas.intent.GraphRules;
import io.concertmaster.canvas.layer.Layers;
import io.concertmaster.canvas.layer.Minimap;
import io.concertmaster.canvas.layer.ZoomBar;
import io.concertmaster.canvas.theme.CanvasTheme;
import java.util.Collection;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.Border;
import javafx.scene.layout.Region;

/**
 * Shows a graph and lets people work on it.
 *
 * <p>The owner gives it a {@link Graph} and later ones after each change; the canvas draws again
 * what differs. What a person wants comes out as a {@link CanvasIntent}; the canvas never changes
 * the graph itself. It keeps only what belongs to the view: the selection and the viewport. Points
 * named <em>graph</em> are in graph units (pixels at 100 %), points named <em>scene</em> are in
 * pixels of the JavaFX scene. All methods are for the JavaFX thread.
 *
 * <p>Pointer: drag on the void selects, on a node moves, from a port connects; the middle or right
 * button, or the space bar, pans; the wheel pans, with Ctrl it zooms at the pointer. Alt while
 * moving leaves the grid, Escape gives up any gesture. Keys: Tab walks over nodes from left to
 * right and at the end leaves the canvas; arrows move the selection by one step, with Shift by
 * five; Enter opens, F2 renames, Delete deletes; Ctrl with A selects all, with C, X, V and D
 * copies, cuts, pastes and duplicates, with + and - zooms, with 0 shows 100 % and with 1 the whole
 * graph.
 *
 * <p>Layers, from the bottom: the cached picture, what is being moved, signs of life, feedback of
 * gestures, and the two panels. Nothing runs while nothing happens.
 */
public final class GraphCanvas extends Region {
  private static final double PANEL_MARGIN = 14;

  private final CanvasState state = new CanvasState();
  private final GestureMachine gestures = new GestureMachine(state);
  private final ExternalDrop drops = new ExternalDrop(state);

  private final ZoomBar zoomBar = new ZoomBar(this::zoomTo, this::fit);
  private final Region focusRing = new Region();
  private final Minimap minimap = new Minimap(state.theme.get(), this::center);

  /** A canvas with an empty graph in light colours. */
  public GraphCanvas() {
    getStyleClass().add("graph-canvas");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.TEXT);
    getChildren().addAll(state.layers, zoomBar, minimap, focusRing);
    focusRing.setManaged(false);
    focusRing.setMouseTransparent(true);
    focusRing.visibleProperty().bind(focusVisibleProperty());
    PointerInput pointer = new PointerInput(state, gestures, this);
    new KeyInput(state, gestures, pointer).listenTo(this);
    state.selection.subscribe(this::narrate);
    state.geometry.subscribe(this::narrate);
    state.theme.subscribe(this::dress);
    state.viewport.subscribe(now -> zoomBar.setZoom(now.zoom()));
    state.viewport.subscribe(this::map);
    state.geometry.subscribe(this::map);
    setMinSize(60, 60);
    setPrefSize(900, 600);
  }

  /** The layers, for tests and benchmarks that count what is drawn. */
  Layers layers() {
    return state.layers;
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    state.layers.resizeRelocate(0, 0, width, height);
    focusRing.resizeRelocate(0, 0, width, height);
    zoomBar.autosize();
    zoomBar.relocate(PANEL_MARGIN, height - PANEL_MARGIN - zoomBar.getHeight());
    minimap.relocate(width - PANEL_MARGIN - Minimap.WIDTH, height - PANEL_MARGIN - Minimap.HEIGHT);
    state.setPanels(
        Stream.of(zoomBar, minimap)
            .filter(Node::isVisible)
            .map(Node::getBoundsInParent)
            .map(b -> new Rectangle2D(b.getMinX(), b.getMinY(), b.getWidth(), b.getHeight()))
            .toList());
    map();
  }

  private void narrate() {
    setAccessibleText(Narrator.line(graph(), selection()));
  }

  private void dress(CanvasTheme theme) {
    focusRing.setBorder(Border.stroke(theme.accent()));
    zoomBar.setTheme(theme);
    minimap.setTheme(theme);
    requestLayout();
  }

  private void map() {
    if (minimap.isVisible()) {
      minimap.show(state.geometry(), viewport(), getWidth(), getHeight());
    }
  }

  private void center(Point2D point) {
    double zoom = viewport().zoom();
    setViewport(
        new Viewport(
            point.getX() - getWidth() / 2 / zoom, point.getY() - getHeight() / 2 / zoom, zoom));
  }

  /** Shows a graph. Of the selection stays what the graph has; a gesture under way goes on. */
  public void setGraph(Graph graph) {
    state.setGraph(graph);
  }

  /** The graph that is shown. */
  public Graph graph() {
    return state.graph();
  }

  /** What is chosen. */
  public ReadOnlyObjectProperty<Selection> selectionProperty() {
    return state.selection.getReadOnlyProperty();
  }

  /** What is chosen. */
  public Selection selection() {
    return state.selection();
  }

  /** Chooses what the graph has of this. */
  public void select(Selection selection) {
    state.select(selection);
  }

  /** What is in sight. */
  public ReadOnlyObjectProperty<Viewport> viewportProperty() {
    return state.viewport.getReadOnlyProperty();
  }

  /** What is in sight. */
  public Viewport viewport() {
    return state.viewport();
  }

  /** Brings another part into sight. */
  public void setViewport(Viewport viewport) {
    state.setViewport(viewport);
  }

  /** Zooms at the middle of the canvas; 1 is 100 %. */
  public void zoomTo(double zoom) {
    setViewport(viewport().zoomedAt(getWidth() / 2, getHeight() / 2, zoom));
  }

  /** Shows the whole graph, at 100 % at most; before the canvas has a size, as soon as it has. */
  public void fit() {
    state.fit();
  }

  /** Shows some nodes, at 100 % at most. */
  public void fit(Collection<String> nodes) {
    state.fit(state.geometry().bounds(Set.copyOf(nodes)));
  }

  /** Moves as little as needed to bring a node into sight; leaves the zoom. */
  public void reveal(String node) {
    state.reveal(node);
  }

  /** Draws in other colours and fonts. */
  public void setTheme(CanvasTheme theme) {
    state.setTheme(theme);
  }

  /** The colours and fonts. */
  public CanvasTheme theme() {
    return state.theme.get();
  }

  /** Decides which connections may be made; permissive until set. */
  public void setRules(GraphRules rules) {
    state.setRules(rules);
  }

  /** Hears what people want; until set, nobody does. */
  public void setOnIntent(Consumer<CanvasIntent> listener) {
    state.setOnIntent(listener);
  }

  /** The point of the graph under a point of the scene. */
  public Point2D toGraph(double sceneX, double sceneY) {
    Point2D local = sceneToLocal(sceneX, sceneY);
    return viewport().toGraph(local.getX(), local.getY());
  }

  /** The point of the scene over a point of the graph. */
  public Point2D toScene(Point2D graph) {
    return localToScene(viewport().toScreen(graph));
  }

  /** The part of the graph that is in sight. */
  public Rectangle2D visibleArea() {
    return viewport().visible(getWidth(), getHeight());
  }

  /**
   * Shows where something that is dragged from outside would come to lie: the node's card under the
   * pointer, on the grid.
   *
   * @return whether the pointer is over the canvas, so that a drop would count
   */
  public boolean dropPreview(GraphNode ghost, double sceneX, double sceneY) {
    return drops.preview(ghost, sceneX, sceneY);
  }

  /** Takes the preview of a drop away. */
  public void endDropPreview() {
    drops.end();
  }

  /**
   * Ends a drag from outside: takes the preview away and, when the pointer is over the canvas,
   * emits {@link CanvasIntent.DropAt} with its place.
   *
   * @return whether it was over the canvas
   */
  public boolean drop(GraphNode ghost, Object payload, double sceneX, double sceneY) {
    return drops.drop(ghost, payload, sceneX, sceneY);
  }

  /** Whether the small map at the lower right is there. */
  public void setMinimapVisible(boolean visible) {
    minimap.setVisible(visible);
    requestLayout();
  }

  /** Whether the zoom buttons at the lower left are there. */
  public void setZoomBarVisible(boolean visible) {
    zoomBar.setVisible(visible);
    requestLayout();
  }

  /** Gives up the gesture under way, as Escape does. */
  public void cancelGesture() {
    gestures.cancel();
  }

  /**
   * Draws at once and in full detail what else the next pulse would draw; before taking a picture.
   */
  public void flush() {
    layout();
    state.layers.flush();
  }
}
