package io.concertmaster.canvas.intent;

import io.concertmaster.canvas.graph.PortRef;
import io.concertmaster.canvas.graph.Selection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/**
 * Something that a person wants. The canvas never changes the graph: it says what is wanted, and
 * the owner gives it a new graph, or does not. All points are in graph units.
 */
public sealed interface CanvasIntent {
  /** Nodes go elsewhere: the new top left corner by id, of every moved node in each phase. */
  record MoveNodes(Map<String, Point2D> positions, Phase phase) implements CanvasIntent {
    public MoveNodes {
      positions = Map.copyOf(positions);
    }
  }

  /** A note gets another size or place. */
  record ResizeNote(String id, Rectangle2D bounds, Phase phase) implements CanvasIntent {}

  /** An output is connected to an input; the rules allowed it. */
  record Connect(PortRef output, PortRef input) implements CanvasIntent {}

  /**
   * One end of an edge was dragged to another port; the rules allowed it.
   *
   * @param edge the id of the edge that goes
   */
  record Reconnect(String edge, PortRef output, PortRef input) implements CanvasIntent {}

  /** Edges go. */
  record Disconnect(Set<String> edges) implements CanvasIntent {
    public Disconnect {
      edges = Set.copyOf(edges);
    }
  }

  /** Nodes with all of their edges go, and further edges. */
  record Delete(Selection selection) implements CanvasIntent {}

  /** A node is to be opened: double click or Enter. */
  record OpenNode(String id) implements CanvasIntent {}

  /** A node is to be given another name: F2. */
  record RenameNode(String id) implements CanvasIntent {}

  /** A note's text is to be edited: double click or Enter. */
  record EditNote(String id) implements CanvasIntent {}

  /**
   * A node is wanted here, and the person has not said which one.
   *
   * @param at where its port, or without a port its middle, shall lie
   * @param from the port from which an edge was dragged into the void
   */
  record AddRequested(Point2D at, Optional<PortRef> from) implements CanvasIntent {}

  /**
   * Something was dropped from outside.
   *
   * @param at the top left corner of the new node, on the grid
   * @param payload what the owner gave to {@code drop}
   * @param onEdge the edge that lay under it, into which it may be put
   */
  record DropAt(Point2D at, Object payload, Optional<String> onEdge) implements CanvasIntent {}

  /** The chosen nodes are wanted once more. */
  record Duplicate(Selection selection) implements CanvasIntent {}

  /** The chosen nodes are wanted on the clipboard. */
  record Copy(Selection selection) implements CanvasIntent {}

  /** The chosen nodes are wanted on the clipboard and no longer here. */
  record Cut(Selection selection) implements CanvasIntent {}

  /**
   * What is on the clipboard is wanted here: at the pointer, or in the middle of what is in sight.
   */
  record Paste(Point2D at) implements CanvasIntent {}

  /**
   * A menu is wanted: right click or the menu key. Its screen position is in pixels of the screen.
   */
  record ContextMenu(Point2D at, double screenX, double screenY, Target target)
      implements CanvasIntent {}
}
