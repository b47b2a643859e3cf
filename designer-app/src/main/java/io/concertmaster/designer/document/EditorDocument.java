package io.concertmaster.designer.document;

import io.concertmaster.canvas.graph.Selection;
import io.concertmaster.designer.window.DocumentView;
import io.concertmaster.engine.RunView;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.check.Problem;
import io.concertmaster.model.edit.Edit;
import io.concertmaster.model.edit.History;
import io.concertmaster.model.edit.ReplaceWorkflow;
import io.concertmaster.n8n.read.Import;
import io.concertmaster.n8n.report.Finding;
import io.concertmaster.node.NodeCatalog;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/**
 * A workflow that is open in the window. All changes go through its history; whoever shows it
 * listens to its properties. Belongs to the JavaFX thread.
 */
public final class EditorDocument implements DocumentView {
  private final NodeCatalog catalog;
  private final History history;
  private final BackgroundCheck check;
  private final ReadOnlyObjectWrapper<Workflow> workflow;
  private final ReadOnlyObjectWrapper<List<Problem>> problems =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Optional<RunView>> run =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ObjectProperty<Optional<String>> selectedNode =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Selection> selection = new SimpleObjectProperty<>(Selection.EMPTY);
  private final ReadOnlyObjectWrapper<Optional<Path>> file =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Instant>> savedAt =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper();
  private Optional<FileStamp> stamp = Optional.empty();
  private Optional<Path> origin = Optional.empty();
  private final ReadOnlyObjectWrapper<List<Finding>> report =
      new ReadOnlyObjectWrapper<>(List.of());

  /** A document of a workflow that is in no file yet. */
  public EditorDocument(Workflow start, NodeCatalog catalog) {
    this.catalog = catalog;
    this.history = new History(start);
    this.workflow = new ReadOnlyObjectWrapper<>(start);
    this.check = new BackgroundCheck(catalog, problems::set);
    workflow.subscribe(check::check);
    refresh();
  }

  /** A document of a workflow that was read from a file. */
  public static EditorDocument ofFile(Workflow read, Path file, NodeCatalog catalog) {
    EditorDocument document = new EditorDocument(read, catalog);
    document.saved(file);
    return document;
  }

  /**
   * A document of a workflow that was read from a file of another program. It is in no file of its
   * own yet, and the other program's file is never written.
   */
  public static EditorDocument imported(Import read, Path origin, NodeCatalog catalog) {
    EditorDocument document = new EditorDocument(read.workflow(), catalog);
    document.origin = Optional.of(origin);
    document.report(read.findings());
    document.refresh();
    return document;
  }

  /**
   * The file of another program from which it was read; empty for one of ours. It stays when the
   * document is saved.
   */
  public Optional<Path> origin() {
    return origin;
  }

  /** What became of the parts of the workflow or of the nodes that came in last from elsewhere. */
  public ReadOnlyObjectProperty<List<Finding>> report() {
    return report.getReadOnlyProperty();
  }

  /** Shows what became of parts that came in from elsewhere. */
  public void report(List<Finding> findings) {
    report.set(List.copyOf(findings));
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
    return selectedNode;
  }

  @Override
  public NodeCatalog catalog() {
    return catalog;
  }

  @Override
  public Path folder() {
    return file.get()
        .or(() -> origin)
        .map(Path::getParent)
        .orElseGet(() -> Path.of("").toAbsolutePath());
  }

  @Override
  public void apply(Edit edit) {
    history.apply(edit);
    refresh();
  }

  @Override
  public void apply(Edit edit, String coalesceKey) {
    history.apply(edit, coalesceKey);
    refresh();
  }

  /** Takes back the newest change. */
  public void undo() {
    history.undo();
    refresh();
  }

  /** Makes the change again that was taken back last. */
  public void redo() {
    history.redo();
    refresh();
  }

  /** Shows a run, or none. */
  public void show(Optional<RunView> view) {
    run.set(view);
  }

  /** What is chosen on its canvas. */
  public ObjectProperty<Selection> selection() {
    return selection;
  }

  /** The file in which it lies. */
  public ReadOnlyObjectProperty<Optional<Path>> file() {
    return file.getReadOnlyProperty();
  }

  /** When it was last read or saved. */
  public ReadOnlyObjectProperty<Optional<Instant>> savedAt() {
    return savedAt.getReadOnlyProperty();
  }

  /** Whether there is something to save. */
  public ReadOnlyBooleanProperty dirty() {
    return dirty.getReadOnlyProperty();
  }

  /** Whether a change can be taken back. */
  public ReadOnlyBooleanProperty canUndo() {
    return canUndo.getReadOnlyProperty();
  }

  /** Whether a change can be made again. */
  public ReadOnlyBooleanProperty canRedo() {
    return canRedo.getReadOnlyProperty();
  }

  /** The name on its tab. */
  public ReadOnlyStringProperty title() {
    return title.getReadOnlyProperty();
  }

  /** Whether it is new, in no file, and was never changed. */
  public boolean isUntouched() {
    return file.get().isEmpty() && !canUndo.get() && !canRedo.get() && !dirty.get();
  }

  /** Whether somebody else wrote the file since it was read or saved here. */
  public boolean changedOnDisk() {
    Optional<FileStamp> now = file.get().flatMap(FileStamp::of);
    return now.isPresent() && stamp.isPresent() && !now.equals(stamp);
  }

  /** Takes the file's present state for seen, without reading it. */
  public void overlookDisk() {
    stamp = file.get().flatMap(FileStamp::of);
  }

  /** Takes over what another program wrote into the file; what was here can be undone back. */
  public void reload(Workflow read) {
    history.apply(new ReplaceWorkflow(read));
    saved(file.get().orElseThrow());
  }

  /** Remembers that what is shown now lies in a file. */
  public void saved(Path place) {
    Path absolute = place.toAbsolutePath().normalize();
    history.markSaved();
    file.set(Optional.of(absolute));
    stamp = FileStamp.of(absolute);
    savedAt.set(Optional.of(Instant.now()));
    refresh();
  }

  private void refresh() {
    Workflow now = history.current();
    workflow.set(now);
    dirty.set(history.dirty() || (origin.isPresent() && file.get().isEmpty()));
    canUndo.set(history.canUndo());
    canRedo.set(history.canRedo());
    title.set(
        file.get()
            .map(path -> path.getFileName().toString().replaceFirst("(\\.workflow)?\\.json$", ""))
            .orElse(now.name()));
    if (selectedNode.get().filter(id -> !now.nodes().containsKey(id)).isPresent()) {
      selectedNode.set(Optional.empty());
    }
  }
}
