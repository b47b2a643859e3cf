package io.concertmaster.canvas.gesture;

import io.concertmaster.canvas.geometry.EdgeRoute;
import io.concertmaster.canvas.graph.GraphNode;
import io.concertmaster.canvas.graph.PortRef;
import io.concertmaster.canvas.intent.Target;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Rectangle2D;
import javafx.scene.Cursor;

/** What a gesture lets people see while it goes on. All places are in graph units. */
public interface Feedback {
  /** Lets what is under the pointer stand out. */
  void hover(Target target);

  /** The shape of the pointer. */
  void cursor(Cursor cursor);

  /** The rectangle in which everything is chosen. */
  void rubberBand(Rectangle2D area);

  /**
   * A connection in the making.
   *
   * @param route its way to the pointer or port
   * @param landing the port at which it would end
   * @param refusal why it may not end there, or empty
   */
  void connection(EdgeRoute route, Optional<PortRef> landing, String refusal);

  /**
   * The ports at which a connection may end, and those at which it may not.
   *
   * @param verdicts true for the former
   */
  void candidates(Map<PortRef, Boolean> verdicts);

  /** Takes nodes and their edges out of the picture, so that they can be moved. */
  void lift(Set<String> nodes);

  /** Shows the lifted nodes elsewhere. */
  void moveLifted(double dx, double dy);

  /** Shows one lifted node in another place and size. */
  void reshape(GraphNode node);

  /** Takes everything away that the methods above have brought. */
  void clear();
}
