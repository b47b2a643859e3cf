package io.concertmaster.palette;

import io.concertmaster.node.NodeCatalog;
import io.concertmaster.node.NodeDescriptor;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.event.EventHandler;
import javafx.geometry.Insets;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The list of all node types beside the canvas: grouped by family, searched as you type. Nodes are
 * added by Enter, by a double click, or by dragging them out.
 */
public final class NodePalette extends VBox {
  /** How far the pointer moves before a press becomes a drag, in pixels. */
  private static final double THRESHOLD = 4;

  private final NodeList nodes;
  private final PaletteDrag drag;
  private final EventHandler<MouseEvent> drags = this::dragged;
  private final EventHandler<MouseEvent> releases = this::released;
  private @Nullable Press press;

  private record Press(NodeDescriptor node, double x, double y, boolean dragging) {}

  /**
   * Over a catalogue's newest node types.
   *
   * @param added what happens when a node is chosen without dragging
   * @param drag follows a node that is dragged
   */
  public NodePalette(NodeCatalog catalog, Consumer<NodeDescriptor> added, PaletteDrag drag) {
    this.drag = drag;
    this.nodes =
        new NodeList(
            catalog.offered().stream().map(type -> type.descriptor()).toList(),
            "Find a node…",
            true);
    getStyleClass().add("node-palette");
    getStylesheets().setAll(nodes.getStylesheets());
    nodes.onChosen(added);
    VBox.setMargin(nodes.field(), new Insets(0, 12, 0, 12));
    VBox.setVgrow(nodes, Priority.ALWAYS);
    getChildren().add(nodes);
    nodes.rows().addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
    // The row under the press may be filled anew while it is dragged: the whole scene listens.
    sceneProperty()
        .addListener((property, before, now) -> {
          if (before != null) {
            before.removeEventFilter(MouseEvent.MOUSE_DRAGGED, drags);
            before.removeEventFilter(MouseEvent.MOUSE_RELEASED, releases);
          }
          if (now != null) {
            now.addEventFilter(MouseEvent.MOUSE_DRAGGED, drags);
            now.addEventFilter(MouseEvent.MOUSE_RELEASED, releases);
          }
        });
    nodes
        .rows()
        .setOnMouseClicked(click -> {
          if (click.getClickCount() == 2 && click.getButton() == MouseButton.PRIMARY) {
            nodeUnder(click).ifPresent(added);
          }
        });
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (key.getCode() == KeyCode.ESCAPE && press != null && press.dragging()) {
            press = null;
            drag.cancelled();
            key.consume();
          }
        });
  }

  /** Puts the keyboard into the search field. */
  public void focusSearch() {
    nodes.field().requestFocus();
    nodes.field().selectAll();
  }

  private void pressed(MouseEvent mouse) {
    press =
        mouse.getButton() == MouseButton.PRIMARY
            ? nodeUnder(mouse)
                .map(node -> new Press(node, mouse.getSceneX(), mouse.getSceneY(), false))
                .orElse(null)
            : null;
  }

  private void dragged(MouseEvent mouse) {
    Press now = press;
    if (now == null) {
      return;
    }
    double far = Math.hypot(mouse.getSceneX() - now.x(), mouse.getSceneY() - now.y());
    if (now.dragging() || far > THRESHOLD) {
      press = new Press(now.node(), now.x(), now.y(), true);
      drag.moved(now.node(), mouse.getSceneX(), mouse.getSceneY());
      mouse.consume();
    }
  }

  private void released(MouseEvent mouse) {
    Press last = press;
    press = null;
    if (last != null && last.dragging()) {
      drag.dropped(last.node(), mouse.getSceneX(), mouse.getSceneY());
      mouse.consume();
    }
  }

  private static Optional<NodeDescriptor> nodeUnder(MouseEvent mouse) {
    javafx.scene.@Nullable Node at =
        mouse.getPickResult() == null ? null : mouse.getPickResult().getIntersectedNode();
    while (at != null && !(at instanceof NodeRow)) {
      at = at.getParent();
    }
    return at instanceof NodeRow row && row.getItem() instanceof PaletteRow.Entry entry
        ? Optional.of(entry.node())
        : Optional.empty();
  }
}
