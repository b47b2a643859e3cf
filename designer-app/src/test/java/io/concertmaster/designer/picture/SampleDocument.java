package io.concertmaster.designer.picture;

import io.concertmaster.designer.window.DocumentView;
import io.concertmaster.engine.RunView;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.check.Problem;
import io.concertmaster.model.edit.Edit;
import io.concertmaster.model.edit.History;
import io.concertmaster.node.NodeCatalog;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** A document in memory. */
public final class SampleDocument implements DocumentView {
  private final ReadOnlyObjectWrapper<Workflow> workflow = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<List<Problem>> problems =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Optional<RunView>> run =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ObjectProperty<Optional<String>> selected =
      new SimpleObjectProperty<>(Optional.empty());
  private final NodeCatalog catalog;
  private final History history;

  public SampleDocument(Workflow start, NodeCatalog catalog) {
    this.catalog = catalog;
    history = new History(start);
    workflow.set(start);
  }

  @Override
  public ReadOnlyObjectProperty<Workflow> workflow() {
    return workflow.getReadOnlyProperty();
  }

  @Override
  public ReadOnlyObjectProperty<List<Problem>> problems() {
    return problems.getReadOnlyProperty();
  }

  @Override
  public ReadOnlyObjectProperty<Optional<RunView>> run() {
    return run.getReadOnlyProperty();
  }

  @Override
  public ObjectProperty<Optional<String>> selectedNode() {
    return selected;
  }

  @Override
  public void apply(Edit edit) {
    history.apply(edit);
    workflow.set(history.current());
  }

  @Override
  public void apply(Edit edit, String coalesceKey) {
    history.apply(edit, coalesceKey);
    workflow.set(history.current());
  }

  /** Goes back by one step. */
  public void undo() {
    history.undo();
    workflow.set(history.current());
  }

  /** Makes the last step that was undone again. */
  public void redo() {
    history.redo();
    workflow.set(history.current());
  }

  /** How many steps can be undone. */
  public int steps() {
    return history.labels().size();
  }

  public void show(RunView shown) {
    run.set(Optional.of(shown));
  }

  public void show(List<Problem> shown) {
    problems.set(shown);
  }

  @Override
  public NodeCatalog catalog() {
    return catalog;
  }

  @Override
  public Path folder() {
    return Path.of("").toAbsolutePath();
  }
}
