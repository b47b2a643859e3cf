package io.concertmaster.designer.window;

import io.concertmaster.engine.RunView;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.check.Problem;
import io.concertmaster.model.edit.Edit;
import io.concertmaster.node.NodeCatalog;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;

/**
 * The open document as the areas of the window see it. Everything belongs to the JavaFX thread, and
 * every change goes through {@link #apply}, so that it can be undone.
 */
public interface DocumentView {
  /** The workflow as it is now; a new object after each change. */
  ReadOnlyObjectProperty<Workflow> workflow();

  /** What is wrong with it; follows the workflow, for large ones a moment later. */
  ReadOnlyObjectProperty<List<Problem>> problems();

  /** The run that stands on the canvas; renewed while it goes on. */
  ReadOnlyObjectProperty<Optional<RunView>> run();

  /** The id of the node that is chosen, where exactly one is. */
  ObjectProperty<Optional<String>> selectedNode();

  /** Changes the workflow; one step of undo. */
  void apply(Edit edit);

  /**
   * Changes the workflow; one step of undo together with the changes of the same key right before
   * it, so that typing in one field is taken back at once.
   */
  void apply(Edit edit, String coalesceKey);

  /** The node types that this program knows. */
  NodeCatalog catalog();

  /** Where relative paths of the settings start: the file's folder. */
  Path folder();
}
