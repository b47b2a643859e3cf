package io.concertmaster.designer.inspector;

import io.concertmaster.designer.code.CodeEditor;
import io.concertmaster.designer.controls.ControlSheet;
import io.concertmaster.designer.expression.ExpressionField;
import io.concertmaster.designer.expression.InputPreview;
import io.concertmaster.designer.window.DocumentView;
import io.concertmaster.designer.window.EngineAccess;
import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.Workflow;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the chosen node, or of the workflow where none is chosen. It follows the document
 * and changes it by edits only, so that everything here can be undone.
 *
 * <p>Design note. What somebody types is one step of undo for as long as the focus stays in one
 * field: each change carries a key that is made of the node and a number that counts the moves of
 * the focus and the changes that stand alone. Text fields have an undo of their own, which would
 * undo what the document does not know of; the keys for undo and redo are therefore taken from them
 * and given to the window.
 */
public final class InspectorPane extends BorderPane {
  private final DocumentView document;
  private final EngineAccess engine;
  private final CredentialAccess credentials;
  private final Companions companions;
  private final Changes changes;
  private final InputPreview preview;
  private @Nullable NodeInspector node;
  private @Nullable WorkflowInspector workflow;
  private @Nullable SettingsContext context;
  private long focusMoves;

  /** The inspector of a document. */
  public InspectorPane(DocumentView document, EngineAccess engine) {
    this(document, engine, CredentialAccess.NONE, Companions.NONE);
  }

  /** The inspector of a document, whose nodes may name credentials and other documents. */
  public InspectorPane(
      DocumentView document,
      EngineAccess engine,
      CredentialAccess credentials,
      Companions companions) {
    this.credentials = credentials;
    this.companions = companions;
    this.document = document;
    this.engine = engine;
    this.changes = new DocumentChanges(document);
    this.preview = new InputPreview(engine);
    getStyleClass().add("inspector");
    getStylesheets()
        .addAll(
            ControlSheet.URL, CodeEditor.stylesheet(), ExpressionField.stylesheet(), stylesheet());
    addEventFilter(KeyEvent.KEY_PRESSED, this::giveUndoToWindow);
    sceneProperty().addListener((property, was, is) -> countFocusMoves(is));
    document.workflow().addListener((property, was, is) -> refresh());
    document.run().addListener((property, was, is) -> refresh());
    document.problems().addListener((property, was, is) -> refresh());
    document.selectedNode().addListener((property, was, is) -> refresh());
    refresh();
  }

  /** The sheet for the inspector and its popovers. */
  static String stylesheet() {
    return Objects.requireNonNull(InspectorPane.class.getResource("inspector.css"))
        .toExternalForm();
  }

  /**
   * Puts something under the settings that is there for some nodes, such as buttons that run it.
   */
  public void footer(Node content) {
    VBox box = new VBox(content);
    box.getStyleClass().add("inspector-footer");
    box.visibleProperty().bind(content.visibleProperty());
    box.managedProperty().bind(content.managedProperty());
    setBottom(box);
  }

  /** Shows a setting of the chosen node and puts the focus into it. */
  public void reveal(String property) {
    NodeInspector shown = node;
    if (shown == null || shown.settings().isEmpty()) {
      return;
    }
    Optional<CredentialField> credential = shown.settings().get().credential(property);
    if (credential.isPresent()) {
      shown.tabs().choose(0);
      credential.get().focusChooser();
      shown.bringIntoSight(credential.get());
      return;
    }
    String first = property.replaceFirst("[.\\[].*", "");
    boolean known =
        shown.settings().get().list().getChildren().stream()
            .anyMatch(field -> ("property-" + first).equals(field.getId()));
    if (known) {
      shown.tabs().choose(0);
      PropertyField field = shown.settings().get().list().field(first);
      field.slot().focusValue();
      shown.bringIntoSight(field);
    }
  }

  private void refresh() {
    Workflow now = document.workflow().get();
    Optional<String> selected = document.selectedNode().get();
    Optional<NodeDefinition> definition = selected.flatMap(now::node);
    if (definition.isEmpty()) {
      showWorkflow(now);
      return;
    }
    NodeInspector shown = inspector(selected.orElseThrow(), definition.get());
    if (context != null) {
      context
          .problems()
          .set(
              document.problems().get().stream()
                  .filter(problem -> problem.nodeId().equals(selected))
                  .toList());
    }
    shown.show(now, definition.get(), document.run().get());
  }

  private NodeInspector inspector(String id, NodeDefinition definition) {
    NodeInspector shown = node;
    if (shown == null || !shown.node().equals(id) || !shown.fits(definition)) {
      SettingsContext fresh = context();
      shown =
          new NodeInspector(
              id,
              definition,
              document,
              engine,
              fresh,
              credentials,
              changes,
              () -> focusMoves + "." + fresh.steps());
      context = fresh;
      node = shown;
      workflow = null;
      setCenter(shown);
    }
    return shown;
  }

  private SettingsContext context() {
    return new SettingsContext(preview, document::folder, companions);
  }

  private void showWorkflow(Workflow now) {
    node = null;
    if (workflow == null) {
      WorkflowInspector shown = new WorkflowInspector(now, context(), changes);
      ScrollPane scroll = new ScrollPane(shown);
      scroll.setFitToWidth(true);
      scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
      scroll.getStyleClass().add("inspector-scroll");
      workflow = shown;
      setCenter(scroll);
    }
    workflow.show(now);
  }

  private void countFocusMoves(@Nullable Scene scene) {
    if (scene != null) {
      scene.focusOwnerProperty().addListener((property, was, is) -> focusMoves++);
    }
  }

  private void giveUndoToWindow(KeyEvent event) {
    boolean undoKey =
        event.isShortcutDown() && (event.getCode() == KeyCode.Z || event.getCode() == KeyCode.Y);
    if (!undoKey || getScene() == null) {
      return;
    }
    for (var accelerator : getScene().getAccelerators().entrySet()) {
      KeyCombination keys = accelerator.getKey();
      if (keys.match(event)) {
        accelerator.getValue().run();
      }
    }
    event.consume();
  }
}
