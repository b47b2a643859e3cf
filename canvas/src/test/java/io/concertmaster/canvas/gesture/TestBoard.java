package io.concertmaster.canvas.gesture;

import io.concertmaster.canvas.geometry.EdgeRoute;
import io.concertmaster.canvas.geometry.GraphGeometry;
import io.concertmaster.canvas.geometry.Viewport;
import io.concertmaster.canvas.graph.Graph;
import io.concertmaster.canvas.graph.GraphNode;
import io.concertmaster.canvas.graph.PortRef;
import io.concertmaster.canvas.graph.Selection;
import io.concertmaster.canvas.intent.CanvasIntent;
import io.concertmaster.canvas.intent.GraphRules;
import io.concertmaster.canvas.intent.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Rectangle2D;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;

/** A board without a window: records what gestures want, and plays the pointer for them. */
final class TestBoard implements Board, Feedback {
  final List<CanvasIntent> intents = new ArrayList<>();
  final GestureMachine machine = new GestureMachine(this);
  GraphGeometry geometry;
  Viewport viewport = Viewport.HOME;
  Selection selection = Selection.EMPTY;
  GraphRules rules = GraphRules.permissive();
  Set<String> lifted = Set.of();
  Map<PortRef, Boolean> candidates = Map.of();
  String refusal = "";
  boolean shift;
  boolean alt;
  boolean space;

  TestBoard(Graph graph) {
    geometry = GraphGeometry.of(graph);
  }

  TestBoard press(double x, double y) {
    return press(x, y, MouseButton.PRIMARY, 1);
  }

  TestBoard press(double x, double y, MouseButton button, int clicks) {
    machine.pressed(pointer(x, y, button, clicks));
    return this;
  }

  TestBoard drag(double x, double y) {
    machine.dragged(pointer(x, y, MouseButton.PRIMARY, 1));
    return this;
  }

  TestBoard release(double x, double y) {
    machine.released(pointer(x, y, MouseButton.PRIMARY, 1));
    return this;
  }

  private Pointer pointer(double x, double y, MouseButton button, int clicks) {
    return new Pointer(
        x, y, viewport.toGraph(x, y), x + 1000, y + 1000, button, clicks, shift, alt, space);
  }

  CanvasIntent last() {
    return intents.getLast();
  }

  @Override
  public GraphGeometry geometry() {
    return geometry;
  }

  @Override
  public Viewport viewport() {
    return viewport;
  }

  @Override
  public void setViewport(Viewport next) {
    viewport = next;
  }

  @Override
  public Rectangle2D visibleArea() {
    return viewport.visible(1000, 800);
  }

  @Override
  public Selection selection() {
    return selection;
  }

  @Override
  public void select(Selection next) {
    selection = next.within(graph());
  }

  @Override
  public GraphRules rules() {
    return rules;
  }

  @Override
  public void emit(CanvasIntent intent) {
    intents.add(intent);
  }

  @Override
  public Feedback feedback() {
    return this;
  }

  @Override
  public void hover(Target target) {}

  @Override
  public void cursor(Cursor cursor) {}

  @Override
  public void rubberBand(Rectangle2D area) {}

  @Override
  public void connection(EdgeRoute route, Optional<PortRef> landing, String reason) {
    refusal = reason;
  }

  @Override
  public void candidates(Map<PortRef, Boolean> verdicts) {
    candidates = verdicts;
  }

  @Override
  public void lift(Set<String> nodes) {
    lifted = Set.copyOf(nodes);
  }

  @Override
  public void moveLifted(double dx, double dy) {}

  @Override
  public void reshape(GraphNode node) {}

  @Override
  public void clear() {
    lifted = Set.of();
    candidates = Map.of();
  }
}
