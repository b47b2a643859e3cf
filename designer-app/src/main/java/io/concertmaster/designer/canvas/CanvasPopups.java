package io.concertmaster.designer.canvas;

import io.concertmaster.canvas.GraphCanvas;
import io.concertmaster.canvas.graph.PortRef;
import io.concertmaster.canvas.intent.CanvasIntent;
import io.concertmaster.designer.document.EditorDocument;
import io.concertmaster.designer.document.FileDialogs;
import io.concertmaster.designer.frame.OverlayLayer;
import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.Placement;
import io.concertmaster.model.edit.FreshName;
import io.concertmaster.model.edit.RenameNode;
import io.concertmaster.model.edit.SetParameters;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.palette.QuickAdd;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/** What opens over the canvas at a place: the list of nodes, the field of a name, the menu. */
public final class CanvasPopups {
  private final EditorDocument document;
  private final GraphCanvas canvas;
  private final OverlayLayer overlay;
  private final CanvasMenu menu;
  private final FileDialogs dialogs;
  private final Runnable settings;

  /**
   * Over a canvas.
   *
   * @param menu makes the context menu
   * @param settings brings the keyboard to the settings of the chosen node
   */
  public CanvasPopups(
      EditorDocument document,
      GraphCanvas canvas,
      OverlayLayer overlay,
      CanvasMenu menu,
      FileDialogs dialogs,
      Runnable settings) {
    this.document = document;
    this.canvas = canvas;
    this.overlay = overlay;
    this.menu = menu;
    this.dialogs = dialogs;
    this.settings = settings;
  }

  /** Chooses a node and brings the keyboard to its settings. */
  void openSettings(String id) {
    document.selectedNode().set(Optional.of(id));
    settings.run();
  }

  /** Opens the list of the nodes that make sense at a point. */
  void askForNode(Point2D at, Optional<PortRef> from, Consumer<NodeType> chosen) {
    List<NodeDescriptor> choices =
        document.catalog().offered().stream()
            .filter(type -> from.isEmpty() || fits(type, from.get().side()))
            .map(NodeType::descriptor)
            .toList();
    QuickAdd list =
        new QuickAdd(
            choices,
            node -> {
              overlay.close();
              document.catalog().find(node.type(), node.version()).ifPresent(chosen);
            },
            overlay::close);
    Point2D place = overlay.sceneToLocal(canvas.toScene(at));
    overlay.show(list, place.getX(), place.getY() - 24);
    list.focusSearch();
  }

  /** Opens a field over a node's name. */
  void rename(String id) {
    Optional<NodeDefinition> node = document.workflow().get().node(id);
    if (node.isEmpty()) {
      return;
    }
    TextField field = new TextField(node.get().name());
    field.setId("rename");
    field.selectAll();
    openAt(id, field, 200, 48, name -> rename(id, node.get().name(), name));
    field.setOnAction(event -> overlay.close());
  }

  /** Opens a field over a note's text. */
  void editNote(String id) {
    Optional<NodeDefinition> node = document.workflow().get().node(id);
    if (node.isEmpty()) {
      return;
    }
    Object written = node.get().parameters().get("text");
    TextArea area = new TextArea(written instanceof String text ? text : "");
    area.setId("note-text");
    area.setWrapText(true);
    area.setPromptText("Text in Markdown");
    Placement place = AutoPlace.complete(document.workflow().get()).get(id);
    double width = place == null || place.width() == 0 ? 240 : place.width();
    double height = place == null || place.height() == 0 ? 100 : place.height();
    openAt(
        id,
        area,
        Math.max(200, width * canvas.viewport().zoom() + 16),
        Math.max(120, height * canvas.viewport().zoom() + 16),
        text -> note(id, text));
  }

  /** Opens the menu of what lies under the pointer. */
  void menu(CanvasIntent.ContextMenu wanted, CanvasHands hands) {
    menu.show(wanted, hands, canvas);
  }

  /** Says that something did not work. */
  void tell(String headline, String why) {
    dialogs.tell(headline, why);
  }

  private void openAt(
      String id, TextInputControl field, double width, double height, Consumer<String> done) {
    StackPane box = new StackPane(field);
    box.getStyleClass().add("rename-field");
    box.setPrefSize(width, height);
    String before = field.getText();
    boolean[] given = {false};
    field.addEventFilter(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (key.getCode() == KeyCode.ESCAPE) {
            given[0] = true;
            overlay.close();
            key.consume();
          }
        });
    // Whichever way the field goes, but by Escape, what was typed counts.
    box.parentProperty()
        .addListener((property, was, is) -> {
          if (is == null && !given[0] && !field.getText().equals(before)) {
            done.accept(field.getText());
          }
        });
    Placement place = AutoPlace.complete(document.workflow().get()).get(id);
    Point2D corner =
        place == null ? Point2D.ZERO : canvas.toScene(new Point2D(place.x(), place.y()));
    Point2D local = overlay.sceneToLocal(corner);
    overlay.show(box, local.getX() - 8, local.getY() - 8);
    field.requestFocus();
  }

  private void rename(String id, String before, String name) {
    String wanted = name.strip();
    if (!wanted.isEmpty() && !wanted.equals(before)) {
      document.apply(
          new RenameNode(id, FreshName.of(wanted, Insertion.names(document.workflow().get()))));
    }
  }

  private void note(String id, String text) {
    document
        .workflow()
        .get()
        .node(id)
        .ifPresent(
            node -> document.apply(new SetParameters(id, node.parameters().with("text", text))));
  }

  private static boolean fits(NodeType type, PortRef.Side from) {
    return from == PortRef.Side.OUTPUT
        ? !type.inputs(JsonObject.empty()).isEmpty()
        : !type.outputs(JsonObject.empty()).isEmpty();
  }
}
