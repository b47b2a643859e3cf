package io.concertmaster.designer.canvas;

import io.concertmaster.canvas.geometry.NodeShape;
import io.concertmaster.canvas.graph.PortRef;
import io.concertmaster.model.Connection;
import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.Placement;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.edit.AddNode;
import io.concertmaster.model.edit.Batch;
import io.concertmaster.model.edit.Connect;
import io.concertmaster.model.edit.Disconnect;
import io.concertmaster.model.edit.Edit;
import io.concertmaster.model.edit.FreshName;
import io.concertmaster.model.edit.Slug;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Port;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Point2D;

/**
 * A new node on its way into a workflow: named, placed, and connected to where it was asked for.
 *
 * @param id the new node's id
 * @param edit what adds it, as one step
 */
record Insertion(String id, Edit edit) {
  private static final double GAP = 64;
  private static final double GRID = 20;

  /** A node alone, its left upper corner at a point. */
  static Insertion alone(Workflow workflow, NodeType type, Point2D corner) {
    return new Draft(workflow, type).at(corner).finish();
  }

  /** A node connected to a port from which an edge was dragged to a point. */
  static Insertion from(Workflow workflow, NodeType type, Point2D at, PortRef from) {
    Draft draft = new Draft(workflow, type);
    double y = at.getY() - NodeShape.CARD_HEIGHT / 2;
    if (from.side() == PortRef.Side.OUTPUT) {
      draft.at(snapped(at.getX(), y));
      draft.input().ifPresent(input -> draft.connect(from.node(), from.port(), draft.id, input));
    } else {
      draft.at(snapped(at.getX() - NodeShape.CARD_WIDTH, y));
      draft.output().ifPresent(output -> draft.connect(draft.id, output, from.node(), from.port()));
    }
    return draft.finish();
  }

  /** A node in the middle of a connection, where it has an input and an output. */
  static Insertion between(
      Workflow workflow, NodeType type, Point2D corner, Connection connection) {
    Draft draft = new Draft(workflow, type).at(corner);
    Optional<String> input = draft.input();
    Optional<String> output = draft.output();
    if (input.isPresent() && output.isPresent()) {
      draft.edits.add(new Disconnect(connection));
      draft.connect(connection.source(), connection.output(), draft.id, input.get());
      draft.connect(draft.id, output.get(), connection.target(), connection.input());
    }
    return draft.finish();
  }

  /** A node to the right of another, connected to its first output that leads nowhere yet. */
  static Insertion after(Workflow workflow, NodeType type, String before, NodePorts ports) {
    Placement place = AutoPlace.complete(workflow).getOrDefault(before, Placement.at(0, 0));
    Draft draft = new Draft(workflow, type);
    Point2D corner = snapped(place.x() + NodeShape.CARD_WIDTH + GAP, place.y());
    draft.at(draft.free(corner));
    List<Port> outputs = ports.outputs(workflow, before);
    Optional<String> output =
        outputs.stream()
            .map(Port::id)
            .filter(
                id -> workflow.outOf(before).stream().noneMatch(each -> each.output().equals(id)))
            .findFirst()
            .or(() -> outputs.stream().map(Port::id).findFirst());
    if (output.isPresent() && draft.input().isPresent()) {
      draft.connect(before, output.get(), draft.id, draft.input().get());
    }
    return draft.finish();
  }

  /** The names that a workflow's nodes have. */
  static Set<String> names(Workflow workflow) {
    return workflow.nodes().values().stream().map(NodeDefinition::name).collect(Collectors.toSet());
  }

  private static Point2D snapped(double x, double y) {
    return new Point2D(Math.rint(x / GRID) * GRID, Math.rint(y / GRID) * GRID);
  }

  /** Collects the edits of one insertion. */
  private static final class Draft {
    private final Workflow workflow;
    private final NodeType type;
    private final String id;
    private final String name;
    private final List<Edit> edits = new ArrayList<>();

    private Draft(Workflow workflow, NodeType type) {
      this.workflow = workflow;
      this.type = type;
      this.name = FreshName.of(type.descriptor().name(), names(workflow));
      this.id = Slug.of(name, workflow.nodes().keySet());
    }

    private Draft at(Point2D corner) {
      NodeDescriptor descriptor = type.descriptor();
      Placement place =
          descriptor.isNote()
              ? new Placement(corner.getX(), corner.getY(), 240, 100)
              : Placement.at(corner.getX(), corner.getY());
      NodeDefinition node = NodeDefinition.of(descriptor.type(), descriptor.version(), name);
      edits.add(new AddNode(id, node, place));
      return this;
    }

    private Optional<String> input() {
      return first(type.inputs(JsonObject.empty()));
    }

    private Optional<String> output() {
      return first(type.outputs(JsonObject.empty()));
    }

    private static Optional<String> first(List<Port> ports) {
      return ports.stream().map(Port::id).findFirst();
    }

    private void connect(String source, String output, String target, String input) {
      edits.add(new Connect(new Connection(source, output, target, input)));
    }

    /** The first place downwards from a corner at which no card stands. */
    private Point2D free(Point2D corner) {
      Point2D at = corner;
      while (taken(at)) {
        at = at.add(0, 100);
      }
      return at;
    }

    private boolean taken(Point2D corner) {
      return AutoPlace.complete(workflow).values().stream()
          .anyMatch(each ->
              Math.abs(each.x() - corner.getX()) < NodeShape.CARD_WIDTH
                  && Math.abs(each.y() - corner.getY()) < NodeShape.CARD_HEIGHT);
    }

    private Insertion finish() {
      return new Insertion(id, new Batch("Add " + name, edits));
    }
  }
}
