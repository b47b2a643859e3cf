package io.concertmaster.canvas;

import io.concertmaster.canvas.geometry.NodeShape;
import io.concertmaster.canvas.geometry.Rectangles;
import io.concertmaster.canvas.geometry.Snap;
import io.concertmaster.canvas.geometry.Viewport;
import io.concertmaster.canvas.geometry.WalkOrder;
import io.concertmaster.canvas.gesture.GestureMachine;
import io.concertmaster.canvas.graph.GraphNode;
import io.concertmaster.canvas.graph.NodeKind;
import io.concertmaster.canvas.graph.Selection;
import io.concertmaster.canvas.intent.CanvasIntent;
import io.concertmaster.canvas.intent.Phase;
import io.concertmaster.canvas.intent.Target;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/**
 * What each key does. A key that does nothing is left to others, so Tab leaves the canvas after the
 * last node.
 */
final class KeyInput {
  private static final double ZOOM_STEP = 1.2;
  private static final double PAN_STEP = 80;
  private static final double FAR = 5;

  private final CanvasState state;
  private final GestureMachine machine;
  private final PointerInput pointer;

  KeyInput(CanvasState state, GestureMachine machine, PointerInput pointer) {
    this.state = state;
    this.machine = machine;
    this.pointer = pointer;
  }

  /** Takes the keys of a region. */
  void listenTo(Region region) {
    region.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    region.addEventHandler(
        KeyEvent.KEY_RELEASED,
        event -> {
          if (event.getCode() == KeyCode.SPACE) {
            pointer.setPanKey(false);
          }
        });
    region
        .focusedProperty()
        .subscribe(focused -> {
          if (!focused) {
            pointer.setPanKey(false);
          }
        });
  }

  private void pressed(KeyEvent event) {
    boolean used =
        machine.idle()
            ? event.isShortcutDown() ? shortcut(event) : plain(event)
            : duringGesture(event);
    if (used) {
      event.consume();
    }
  }

  private boolean duringGesture(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      machine.cancel();
    }
    return true;
  }

  private boolean plain(KeyEvent event) {
    return switch (event.getCode()) {
      case SPACE -> {
        pointer.setPanKey(true);
        yield true;
      }
      case ESCAPE -> choose(Selection.EMPTY);
      case DELETE, BACK_SPACE -> delete();
      case TAB -> walk(event.isShiftDown() ? -1 : 1);
      case ENTER -> open();
      case F2 -> rename();
      case LEFT -> arrow(-1, 0, event.isShiftDown());
      case RIGHT -> arrow(1, 0, event.isShiftDown());
      case UP -> arrow(0, -1, event.isShiftDown());
      case DOWN -> arrow(0, 1, event.isShiftDown());
      case PLUS, ADD, EQUALS -> zoom(ZOOM_STEP);
      case MINUS, SUBTRACT -> zoom(1 / ZOOM_STEP);
      case CONTEXT_MENU -> menu();
      case F10 -> event.isShiftDown() && menu();
      default -> false;
    };
  }

  private boolean shortcut(KeyEvent event) {
    Selection chosen = state.selection();
    return switch (event.getCode()) {
      case A -> all();
      case C -> forNodes(new CanvasIntent.Copy(chosen));
      case X -> forNodes(new CanvasIntent.Cut(chosen));
      case D -> forNodes(new CanvasIntent.Duplicate(chosen));
      case V -> emit(new CanvasIntent.Paste(pastePoint()));
      case PLUS, ADD, EQUALS -> zoom(ZOOM_STEP);
      case MINUS, SUBTRACT -> zoom(1 / ZOOM_STEP);
      case DIGIT0, NUMPAD0 -> zoom(1 / state.viewport().zoom());
      case DIGIT1, NUMPAD1 -> {
        state.fit();
        yield true;
      }
      default -> false;
    };
  }

  private boolean emit(CanvasIntent intent) {
    state.emit(intent);
    return true;
  }

  private boolean forNodes(CanvasIntent intent) {
    return !state.selection().nodes().isEmpty() && emit(intent);
  }

  private boolean choose(Selection selection) {
    boolean changes = !state.selection().equals(selection);
    state.select(selection);
    return changes;
  }

  private boolean all() {
    Set<String> ids = new LinkedHashSet<>();
    state.graph().nodes().forEach(node -> ids.add(node.id()));
    state.select(Selection.ofNodes(ids));
    return true;
  }

  private boolean delete() {
    Selection chosen = state.selection();
    if (chosen.isEmpty()) {
      return false;
    }
    return emit(
        chosen.nodes().isEmpty()
            ? new CanvasIntent.Disconnect(chosen.edges())
            : new CanvasIntent.Delete(chosen));
  }

  private boolean walk(int step) {
    Optional<String> from = state.selection().nodes().stream().findFirst();
    Optional<String> next = WalkOrder.next(state.graph(), from, step);
    next.ifPresent(id -> {
      state.select(Selection.ofNode(id));
      state.reveal(id);
    });
    return next.isPresent();
  }

  private Optional<GraphNode> only() {
    Set<String> ids = state.selection().nodes();
    return ids.size() == 1 ? state.graph().node(ids.iterator().next()) : Optional.empty();
  }

  private boolean open() {
    Optional<GraphNode> node = only();
    node.ifPresent(n ->
        state.emit(
            n.kind() == NodeKind.NOTE
                ? new CanvasIntent.EditNote(n.id())
                : new CanvasIntent.OpenNode(n.id())));
    return node.isPresent();
  }

  private boolean rename() {
    Optional<GraphNode> node = only().filter(n -> n.kind() == NodeKind.CARD);
    node.ifPresent(n -> state.emit(new CanvasIntent.RenameNode(n.id())));
    return node.isPresent();
  }

  /** Moves what is chosen; where nothing is, the view. */
  private boolean arrow(int dx, int dy, boolean far) {
    double times = far ? FAR : 1;
    Map<String, Point2D> start = new LinkedHashMap<>();
    Map<String, Point2D> moved = new LinkedHashMap<>();
    for (String id : state.selection().nodes()) {
      state
          .graph()
          .node(id)
          .ifPresent(node -> {
            Point2D at = new Point2D(node.x(), node.y());
            start.put(id, at);
            moved.put(id, at.add(dx * times * Snap.STEP, dy * times * Snap.STEP));
          });
    }
    if (moved.isEmpty()) {
      state.setViewport(state.viewport().panned(-dx * times * PAN_STEP, -dy * times * PAN_STEP));
      return true;
    }
    state.emit(new CanvasIntent.MoveNodes(start, Phase.BEGIN));
    state.emit(new CanvasIntent.MoveNodes(moved, Phase.END));
    state.reveal(moved.keySet().iterator().next());
    return true;
  }

  private boolean zoom(double factor) {
    Viewport now = state.viewport();
    state.setViewport(
        now.zoomedAt(
            state.layers.getWidth() / 2, state.layers.getHeight() / 2, now.zoom() * factor));
    return true;
  }

  private Point2D pastePoint() {
    Point2D last = pointer.last();
    return state.layers.isHover()
        ? state.viewport().toGraph(last.getX(), last.getY())
        : Rectangles.center(state.visibleArea());
  }

  /** The menu of the chosen node, or of the void in the middle. */
  private boolean menu() {
    Optional<GraphNode> node = only();
    Rectangle2D area = node.map(NodeShape::bounds).orElse(state.visibleArea());
    Point2D at = Rectangles.center(area);
    Point2D local = state.viewport().toScreen(at);
    Point2D screen = state.layers.localToScreen(local);
    if (screen == null) {
      return false;
    }
    Target target = node.<Target>map(n -> new Target.OnNode(n.id())).orElseGet(Target.OnVoid::new);
    return emit(new CanvasIntent.ContextMenu(at, screen.getX(), screen.getY(), target));
  }
}
