package io.concertmaster.designer.canvas;

import io.concertmaster.canvas.GraphCanvas;
import io.concertmaster.canvas.graph.PortRef;
import io.concertmaster.canvas.graph.Selection;
import io.concertmaster.canvas.intent.CanvasIntent;
import io.concertmaster.canvas.intent.Phase;
import io.concertmaster.designer.document.EditorDocument;
import io.concertmaster.designer.window.ClipboardAccess;
import io.concertmaster.model.Connection;
import io.concertmaster.model.Placement;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.edit.Batch;
import io.concertmaster.model.edit.Clipboard;
import io.concertmaster.model.edit.Connect;
import io.concertmaster.model.edit.Disconnect;
import io.concertmaster.model.edit.Edit;
import io.concertmaster.model.edit.MoveNodes;
import io.concertmaster.model.edit.Paste;
import io.concertmaster.model.edit.RemoveNodes;
import io.concertmaster.model.edit.SetNodeSettings;
import io.concertmaster.model.io.Fragment;
import io.concertmaster.model.io.WorkflowFileException;
import io.concertmaster.n8n.read.Import;
import io.concertmaster.n8n.read.WorkflowDocuments;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/**
 * Turns what people do on the canvas into edits of the document. Each gesture is one step of undo:
 * the canvas shows a drag by itself, and only its end changes the workflow.
 */
public final class CanvasHands {
  private final EditorDocument document;
  private final GraphCanvas canvas;
  private final ClipboardAccess clipboard;
  private final CanvasPopups popups;
  private final NodePorts ports;

  /** The hands on a canvas. */
  public CanvasHands(
      EditorDocument document, GraphCanvas canvas, ClipboardAccess clipboard, CanvasPopups popups) {
    this.document = document;
    this.canvas = canvas;
    this.clipboard = clipboard;
    this.popups = popups;
    this.ports = new NodePorts(document.catalog());
    canvas.setOnIntent(this::handle);
  }

  private void handle(CanvasIntent intent) {
    switch (intent) {
      case CanvasIntent.MoveNodes move -> {
        if (move.phase() == Phase.END) {
          move(move.positions());
        }
      }
      case CanvasIntent.ResizeNote resize -> {
        if (resize.phase() == Phase.END) {
          resize(resize.id(), resize.bounds());
        }
      }
      case CanvasIntent.Connect connect ->
          document.apply(new Connect(connection(connect.output(), connect.input())));
      case CanvasIntent.Reconnect reconnect -> reconnect(reconnect);
      case CanvasIntent.Disconnect disconnect ->
          delete(new Selection(Set.of(), disconnect.edges()));
      case CanvasIntent.Delete delete -> delete(delete.selection());
      case CanvasIntent.OpenNode open -> popups.openSettings(open.id());
      case CanvasIntent.RenameNode rename -> popups.rename(rename.id());
      case CanvasIntent.EditNote edit -> popups.editNote(edit.id());
      case CanvasIntent.AddRequested add -> askForNode(add.at(), add.from());
      case CanvasIntent.DropAt drop -> drop(drop);
      case CanvasIntent.Duplicate duplicate -> duplicate(duplicate.selection());
      case CanvasIntent.Copy copy -> copy(copy.selection());
      case CanvasIntent.Cut cut -> {
        copy(cut.selection());
        delete(cut.selection());
      }
      case CanvasIntent.Paste paste -> paste(paste.at());
      case CanvasIntent.ContextMenu menu -> popups.menu(menu, this);
    }
  }

  /** Opens the list of nodes at a point; the chosen one is connected to a port, if there is one. */
  public void askForNode(Point2D at, Optional<PortRef> port) {
    Optional<PortRef> from =
        port.filter(each -> !ports.isAttachment(document.workflow().get(), each));
    popups.askForNode(
        at,
        from,
        type -> {
          Workflow workflow = document.workflow().get();
          insert(
              from.isPresent()
                  ? Insertion.from(workflow, type, at, from.get())
                  : Insertion.alone(workflow, type, at.subtract(88, 29)));
        });
  }

  /** Adds a node behind the chosen one, or in the middle of what is in sight. */
  public void add(NodeDescriptor descriptor) {
    Optional<NodeType> type = type(descriptor);
    if (type.isEmpty()) {
      return;
    }
    Workflow workflow = document.workflow().get();
    Optional<String> chosen = document.selectedNode().get();
    if (chosen.isPresent() && !descriptor.isTrigger() && !descriptor.isNote()) {
      insert(Insertion.after(workflow, type.get(), chosen.get(), ports));
    } else {
      Rectangle2D sight = canvas.visibleArea();
      double x = Math.rint((sight.getMinX() + sight.getWidth() / 2 - 88) / 20) * 20;
      double y = Math.rint((sight.getMinY() + sight.getHeight() / 2 - 29) / 20) * 20;
      insert(Insertion.alone(workflow, type.get(), new Point2D(x, y)));
    }
  }

  /** Deletes what is chosen. */
  public void deleteChosen() {
    delete(canvas.selection());
  }

  /** Puts what is chosen on the clipboard. */
  public void copyChosen() {
    copy(canvas.selection());
  }

  /** Puts what is chosen on the clipboard and deletes it. */
  public void cutChosen() {
    copy(canvas.selection());
    delete(canvas.selection());
  }

  /** Makes what is chosen once more. */
  public void duplicateChosen() {
    duplicate(canvas.selection());
  }

  /** Adds what is on the clipboard in the middle of what is in sight. */
  public void pasteInSight() {
    Rectangle2D sight = canvas.visibleArea();
    paste(
        new Point2D(
            sight.getMinX() + sight.getWidth() / 2, sight.getMinY() + sight.getHeight() / 2));
  }

  /** Chooses all nodes. */
  public void selectAll() {
    canvas.select(
        Selection.ofNodes(new LinkedHashSet<>(document.workflow().get().nodes().keySet())));
  }

  /** Disables the chosen nodes, or enables them where all are disabled. */
  public void toggleDisabled() {
    Workflow workflow = document.workflow().get();
    Set<String> ids = canvas.selection().nodes();
    boolean disable =
        ids.stream().anyMatch(id -> workflow.node(id).filter(each -> !each.disabled()).isPresent());
    if (!ids.isEmpty()) {
      document.apply(SetNodeSettings.of(workflow, ids, node -> node.withDisabled(disable)));
    }
  }

  /** Opens the field for the chosen node's name. */
  public void renameChosen() {
    document.selectedNode().get().ifPresent(popups::rename);
  }

  private void move(Map<String, Point2D> positions) {
    Map<String, Placement> places =
        new LinkedHashMap<>(AutoPlace.complete(document.workflow().get()));
    Map<String, Placement> moved = new LinkedHashMap<>();
    positions.forEach((id, point) -> {
      Placement old = places.getOrDefault(id, Placement.at(0, 0));
      moved.put(id, new Placement(point.getX(), point.getY(), old.width(), old.height()));
    });
    document.apply(new MoveNodes(moved));
  }

  private void resize(String id, Rectangle2D bounds) {
    document.apply(
        MoveNodes.resize(
            id,
            new Placement(
                bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight())));
  }

  private void reconnect(CanvasIntent.Reconnect reconnect) {
    List<Edit> edits = new ArrayList<>();
    Projection.connection(document.workflow().get(), reconnect.edge())
        .ifPresent(old -> edits.add(new Disconnect(old)));
    edits.add(new Connect(connection(reconnect.output(), reconnect.input())));
    document.apply(new Batch("Move a connection", edits));
  }

  private void delete(Selection selection) {
    Workflow workflow = document.workflow().get();
    Set<Connection> connections = new LinkedHashSet<>();
    for (String edge : selection.edges()) {
      Projection.connection(workflow, edge)
          .filter(each -> !selection.nodes().contains(each.source()))
          .filter(each -> !selection.nodes().contains(each.target()))
          .ifPresent(connections::add);
    }
    RemoveNodes nodes = new RemoveNodes(selection.nodes());
    Disconnect edges = new Disconnect(List.copyOf(connections));
    if (selection.nodes().isEmpty()) {
      document.apply(edges);
    } else {
      document.apply(Batch.of(nodes.label(), edges, nodes));
    }
  }

  private void drop(CanvasIntent.DropAt drop) {
    if (drop.payload() instanceof NodeDescriptor descriptor) {
      Workflow workflow = document.workflow().get();
      Optional<Connection> edge =
          drop.onEdge()
              .flatMap(id -> Projection.connection(workflow, id))
              .filter(each -> !ports.isAttachment(workflow, each));
      type(descriptor)
          .ifPresent(type ->
              insert(
                  edge.isPresent()
                      ? Insertion.between(workflow, type, drop.at(), edge.get())
                      : Insertion.alone(workflow, type, drop.at())));
    }
  }

  private void copy(Selection selection) {
    if (!selection.nodes().isEmpty()) {
      clipboard.put(Clipboard.copy(placed(), selection.nodes()));
    }
  }

  private void duplicate(Selection selection) {
    if (!selection.nodes().isEmpty()) {
      paste(Clipboard.duplicate(placed(), selection.nodes(), 40, 80));
    }
  }

  private void paste(Point2D at) {
    Optional<String> text = clipboard.get();
    if (text.isEmpty()) {
      return;
    }
    try {
      Optional<Fragment> ours = Clipboard.read(text.get());
      Optional<Import> theirs =
          ours.isPresent() ? Optional.empty() : WorkflowDocuments.pasted(text.get());
      ours.or(() -> theirs.map(Pasting::fragment))
          .filter(fragment -> !fragment.nodes().isEmpty())
          .ifPresent(fragment -> paste(Pasting.around(fragment, at)));
      theirs.ifPresent(read -> document.report(read.findings()));
    } catch (WorkflowFileException e) {
      popups.tell("The copied nodes could not be pasted", e.getMessage());
    }
  }

  private void paste(Paste paste) {
    Set<String> ids = new LinkedHashSet<>(paste.ids(document.workflow().get()).values());
    document.apply(paste);
    canvas.select(Selection.ofNodes(ids));
  }

  /** The workflow with a place for every node. */
  private Workflow placed() {
    Workflow now = document.workflow().get();
    return new MoveNodes(AutoPlace.complete(now)).apply(now);
  }

  private void insert(Insertion insertion) {
    document.apply(insertion.edit());
    canvas.select(Selection.ofNode(insertion.id()));
    canvas.reveal(insertion.id());
    canvas.requestFocus();
  }

  private Optional<NodeType> type(NodeDescriptor descriptor) {
    return document.catalog().find(descriptor.type(), descriptor.version());
  }

  private static Connection connection(PortRef output, PortRef input) {
    return new Connection(output.node(), output.port(), input.node(), input.port());
  }
}
