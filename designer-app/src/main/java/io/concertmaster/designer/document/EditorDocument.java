package io.concertmaster.designer.document;

import io.concertmaster.canvas.graph.Selection;
import io.concertmaster.designer.window.DocumentView;
import io.concertmaster.engine.RunView;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.check.Problem;
import io.concertmaster.model.edit.Change;
import io.concertmaster.model.edit.Edit;
import io.concertmaster.model.edit.History;
import io.concertmaster.model.edit.ReplaceWorkflow;
import io.concertmaster.model.edit.SetWorkflowName;
import io.concertmaster.model.io.WorkflowFileException;
import io.concertmaster.model.io.WorkflowFiles;
import io.concertmaster.n8n.read.Import;
import io.concertmaster.n8n.report.Finding;
import io.concertmaster.node.NodeCatalog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/**
 * A workflow that is open in the window. All changes go through its history; whoever shows it
 * listens to its properties. Belongs to the JavaFX thread.
 */
public final class EditorDocument extends OpenDocument<Workflow> implements DocumentView {
  private final NodeCatalog catalog;
  private final BackgroundCheck check;
  private final FileCheck files = new FileCheck(this::tellProblems);
  private final ReadOnlyObjectWrapper<List<Problem>> problems =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Optional<RunView>> run =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<String>> runEnvironment =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<String>> runTrouble =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ObjectProperty<Optional<String>> selectedNode =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Selection> selection = new SimpleObjectProperty<>(Selection.EMPTY);
  private final ReadOnlyObjectWrapper<List<Finding>> report =
      new ReadOnlyObjectWrapper<>(List.of());
  private Optional<Path> origin = Optional.empty();

  /** What is wrong with the workflow as it stands, whatever lies beside it. */
  private List<Problem> within = List.of();

  /** Held here, so that the weak reference to it lives as long as the document. */
  private InvalidationListener recheck = property -> {};

  /** A document of a workflow that is in no file yet. */
  public EditorDocument(Workflow start, NodeCatalog catalog) {
    super(new History(start));
    this.catalog = catalog;
    check = new BackgroundCheck(catalog, this::found);
    content()
        .subscribe(workflow -> {
          files.check(workflow);
          check.check(workflow);
        });
    file().subscribe(place -> files.in(place.map(Path::getParent)));
    refresh();
  }

  private void found(List<Problem> now) {
    within = now;
    tellProblems();
  }

  private void tellProblems() {
    List<Problem> all = new ArrayList<>(within);
    all.addAll(files.problems());
    problems.set(all);
  }

  /** Looks again whether the files are there that the workflow names. */
  void lookAtFiles() {
    files.look();
  }

  /**
   * Checks the workflow beside credentials from now on.
   *
   * @param known types by name; empty where nobody knows which there are
   */
  public void beside(ObservableValue<Optional<Map<String, String>>> known) {
    recheck =
        property -> {
          if (check.beside(known.getValue())) {
            check.check(content().get());
          }
        };
    known.addListener(new WeakInvalidationListener(recheck));
    recheck.invalidated(known);
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
  @Override
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
    return content();
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
    return super.folder();
  }

  @Override
  public void apply(Edit edit) {
    change(edit);
  }

  @Override
  public void apply(Edit edit, String coalesceKey) {
    change(edit, coalesceKey);
  }

  /** Shows a run of this machine, or none. */
  public void show(Optional<RunView> view) {
    show(view, Optional.empty());
  }

  /**
   * Shows a run, or none.
   *
   * @param environment the server on which it runs; empty for this machine
   */
  public void show(Optional<RunView> view, Optional<String> environment) {
    runEnvironment.set(view.isEmpty() ? Optional.empty() : environment);
    runTrouble.set(Optional.empty());
    run.set(view);
  }

  /** The server of the run that is shown; empty for this machine. */
  public ReadOnlyObjectProperty<Optional<String>> runEnvironment() {
    return runEnvironment.getReadOnlyProperty();
  }

  /** Why nobody knows how the shown run stands now; empty while it is known. */
  public ReadOnlyObjectProperty<Optional<String>> runTrouble() {
    return runTrouble.getReadOnlyProperty();
  }

  /** Says why nobody knows how the shown run stands now. */
  public void tellRunTrouble(String why) {
    runTrouble.set(Optional.of(why));
  }

  /** What is chosen on its canvas. */
  public ObjectProperty<Selection> selection() {
    return selection;
  }

  @Override
  protected String name(Workflow definition) {
    return definition.name();
  }

  @Override
  String id(Workflow definition) {
    return definition.id();
  }

  @Override
  public String suffix() {
    return ".workflow.json";
  }

  @Override
  public String kind() {
    return "workflow";
  }

  @Override
  Workflow identified(Workflow definition, DraftIdentity draft) {
    String name = draft.nameFor(definition.name());
    Workflow named =
        name.equals(definition.name()) ? definition : new SetWorkflowName(name).apply(definition);
    return named.withId(draft.idFor(definition.id()));
  }

  @Override
  void write(Path place) throws WorkflowFileException {
    WorkflowFiles.save(content().get(), place);
  }

  @Override
  Change<Workflow> read(Path place) throws WorkflowFileException {
    return new ReplaceWorkflow(WorkflowFiles.read(place));
  }

  @Override
  protected void refresh() {
    super.refresh();
    Workflow now = content().get();
    if (selectedNode.get().filter(id -> !now.nodes().containsKey(id)).isPresent()) {
      selectedNode.set(Optional.empty());
    }
  }
}
