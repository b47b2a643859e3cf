package io.concertmaster.designer.document;

import io.concertmaster.designer.document.FileDialogs.Changed;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.form.Form;
import io.concertmaster.model.io.FormFiles;
import io.concertmaster.model.io.WorkflowFileException;
import io.concertmaster.model.io.WorkflowFiles;
import io.concertmaster.n8n.read.Import;
import io.concertmaster.n8n.read.WorkflowDocuments;
import io.concertmaster.n8n.report.Finding;
import io.concertmaster.n8n.write.Export;
import io.concertmaster.n8n.write.WorkflowExport;
import io.concertmaster.node.NodeCatalog;
import io.concertmaster.node.data.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Documents and their files: opening, saving, and asking before work is lost. Whatever fails is
 * said in one line, and what was in the window stays there.
 */
public final class DocumentFiles {
  private static final System.Logger LOG = System.getLogger(DocumentFiles.class.getName());

  /** What files of definitions end with, of whatever kind. */
  private static final Pattern ENDING =
      Pattern.compile("(\\.form|\\.workflow)?\\.json$", Pattern.CASE_INSENSITIVE);

  private final OpenDocuments documents;
  private final FileDialogs dialogs;
  private final NodeCatalog catalog;
  private final Consumer<Path> used;

  /**
   * Over a window's documents.
   *
   * @param used told of each file that was opened or saved
   */
  public DocumentFiles(
      OpenDocuments documents, FileDialogs dialogs, NodeCatalog catalog, Consumer<Path> used) {
    this.documents = documents;
    this.dialogs = dialogs;
    this.catalog = catalog;
    this.used = used;
  }

  /** A new, empty document with a name that no other tab has, and an id that nothing has. */
  public static EditorDocument fresh(List<? extends OpenDocument<?>> others, NodeCatalog catalog) {
    EditorDocument document =
        new EditorDocument(
            Workflow.empty(DraftIdentity.freshId("untitled"), free(others, "Untitled")), catalog);
    document.draft();
    return document;
  }

  private static String free(List<? extends OpenDocument<?>> others, String base) {
    Set<String> taken = new HashSet<>();
    others.forEach(each -> taken.add(each.title().get()));
    String name = base;
    for (int number = 2; taken.contains(name); number++) {
      name = base + " " + number;
    }
    return name;
  }

  /** Opens an empty form. */
  public void createForm() {
    FormDocument form = freshForm();
    form.draft();
    documents.add(form);
  }

  private FormDocument freshForm() {
    return new FormDocument(
        Form.empty(DraftIdentity.freshId("form"), free(documents.all(), "New form"), "en"));
  }

  /**
   * Asks for a place for an empty form, and opens it there.
   *
   * @param other beside which it may lie, under its name
   * @return its file; empty where none was made
   */
  public Optional<Path> createFormBeside(OpenDocument<?> other) {
    return createBeside(other, freshForm());
  }

  /** The same for an empty workflow. */
  public Optional<Path> createWorkflowBeside(OpenDocument<?> other) {
    return createBeside(other, fresh(documents.all(), catalog));
  }

  private Optional<Path> createBeside(OpenDocument<?> other, OpenDocument<?> made) {
    String name = other.title().get(); // with a file, what that is called
    Path suggestion = other.folder().resolve(name + made.suffix());
    for (int number = 2; Files.exists(suggestion); number++) {
      suggestion = other.folder().resolve(name + "-" + number + made.suffix());
    }
    Optional<Path> place =
        dialogs
            .choosePlace(suggestion)
            .flatMap(chosen -> named(chosen, made))
            .filter(chosen -> write(made, chosen));
    place.ifPresent(chosen -> documents.add(made));
    return place;
  }

  /** Opens an empty workflow. */
  public void create() {
    documents.add(fresh(documents.all(), catalog));
  }

  /** Asks for a file and opens it. */
  public void open() {
    dialogs.chooseFile().ifPresent(this::open);
  }

  /**
   * Opens a file, or brings its tab to the front. One of another program opens as a copy that is
   * not saved yet.
   *
   * @return whether it stands in the window now
   */
  public boolean open(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    Optional<OpenDocument<?>> already = documents.ofFile(absolute);
    if (already.isPresent()) {
      documents.activate(already.get());
      return true;
    }
    try {
      documents.add(read(absolute));
      used.accept(absolute);
      return true;
    } catch (WorkflowFileException e) {
      dialogs.tell("The file could not be opened", String.valueOf(e.getMessage()));
      return false;
    }
  }

  /**
   * Opens the first file of a window that does not stand yet. One that cannot be read is passed
   * over: {@link #open} tells of it once there is a window.
   */
  public void openFirst(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    try {
      documents.add(read(absolute));
      used.accept(absolute);
    } catch (WorkflowFileException e) {
      LOG.log(System.Logger.Level.DEBUG, "passed over: {0}", e.getMessage());
    }
  }

  /**
   * A form is told by what the file holds, and where that says nothing by its name; all else is a
   * workflow, ours or another program's.
   */
  private OpenDocument<?> read(Path file) throws WorkflowFileException {
    boolean called = String.valueOf(file.getFileName()).endsWith(FormDocument.SUFFIX);
    return WorkflowFiles.read(
        file,
        json ->
            FormFiles.isForm(json) || (called && !hasNodes(json))
                ? FormDocument.ofFile(FormFiles.of(json), file)
                : workflow(WorkflowDocuments.of(json), file));
  }

  private static boolean hasNodes(@Nullable Object json) {
    return json instanceof JsonObject object && object.containsKey("nodes");
  }

  private EditorDocument workflow(Import read, Path file) {
    return read.isForeign()
        ? EditorDocument.imported(read, file, catalog)
        : EditorDocument.ofFile(read.workflow(), file, catalog);
  }

  /**
   * Saves a document, asking for a place where it has none.
   *
   * @return whether it is saved now
   */
  public boolean save(OpenDocument<?> document) {
    Optional<Path> file = document.file().get();
    if (file.isEmpty()) {
      return saveAs(document);
    }
    if (document.changedOnDisk() && !dialogs.askOverwrite(file.get())) {
      return false;
    }
    return write(document, file.get());
  }

  /** Asks for a place and saves there. */
  public boolean saveAs(OpenDocument<?> document) {
    Path suggestion =
        document
            .file()
            .get()
            .orElseGet(
                () -> document.folder().resolve(document.suggestedName() + document.suffix()));
    return dialogs
        .choosePlace(suggestion)
        .filter(chosen -> mayWrite(document, chosen))
        .flatMap(chosen -> named(chosen, document))
        .filter(place -> mayWrite(document, place) && write(document, place))
        .isPresent();
  }

  /**
   * Asks for a place and writes an n8n file there. The document's own file stays what it is.
   *
   * @return what became of the parts; empty where nothing was written
   */
  public Optional<List<Finding>> exportN8n(EditorDocument document) {
    String name = document.workflow().get().id() + "-n8n.json";
    Optional<Path> place = dialogs.choosePlace(document.folder().resolve(name));
    if (place.isEmpty()) {
      return Optional.empty();
    }
    if (document
        .file()
        .get()
        .filter(place.get().toAbsolutePath().normalize()::equals)
        .isPresent()) {
      dialogs.tell(
          "Not exported over the workflow itself",
          place.get().getFileName() + " is the file of this workflow: choose another name");
      return Optional.empty();
    }
    Export export = WorkflowExport.write(document.workflow().get());
    try {
      Files.writeString(place.get(), export.text());
    } catch (IOException e) {
      dialogs.tell(
          "The n8n file could not be written",
          place.get() + ": check the path and your rights to it");
      return Optional.empty();
    }
    return Optional.of(export.findings());
  }

  /** Closes a tab, asking first where something would be lost. */
  public void close(OpenDocument<?> document) {
    if (mayGo(document)) {
      documents.remove(document, () -> fresh(List.of(), catalog));
    }
  }

  /** Asks for everything that is not saved; whether the window may close. */
  public boolean mayQuit() {
    for (OpenDocument<?> document : List.copyOf(documents.all())) {
      if (document.dirty().get()) {
        documents.activate(document);
      }
      if (!mayGo(document)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Looks whether somebody else changed the file in front, and asks what counts; and whether the
   * files are there that workflows name.
   */
  public void lookAtDisk() {
    lookBeside();
    OpenDocument<?> document = documents.active().get();
    if (!document.changedOnDisk()) {
      return;
    }
    Path file = document.file().get().orElseThrow();
    if (dialogs.askChanged(file, document.dirty().get()) == Changed.KEEP) {
      document.overlookDisk();
      return;
    }
    try {
      document.reload();
    } catch (WorkflowFileException e) {
      document.overlookDisk();
      dialogs.tell("The changed file could not be read", String.valueOf(e.getMessage()));
    }
  }

  private void lookBeside() {
    for (OpenDocument<?> each : documents.all()) {
      if (each instanceof EditorDocument workflow) {
        workflow.lookAtFiles();
      }
    }
  }

  private boolean mayGo(OpenDocument<?> document) {
    if (!document.dirty().get()) {
      return true;
    }
    return switch (dialogs.askUnsaved(document.title().get())) {
      case SAVE -> save(document);
      case DISCARD -> true;
      case CANCEL -> false;
    };
  }

  /** The file from which a document was imported stays as it is. */
  private boolean mayWrite(OpenDocument<?> document, Path place) {
    Path absolute = place.toAbsolutePath().normalize();
    if (document.origin().filter(absolute::equals).isEmpty()) {
      return true;
    }
    dialogs.tell(
        "Not saved over the n8n file",
        absolute.getFileName() + " is the file that was opened: save under another name");
    return false;
  }

  private boolean write(OpenDocument<?> document, Path place) {
    try {
      document.save(place);
      lookBeside();
      used.accept(place);
      return true;
    } catch (WorkflowFileException e) {
      dialogs.tell(
          "The " + document.kind() + " could not be saved", String.valueOf(e.getMessage()));
      return false;
    }
  }

  /**
   * The place that was chosen, with the ending of the document's kind: by that it is found again.
   * Empty where another file lies there that shall stay.
   */
  private Optional<Path> named(Path chosen, OpenDocument<?> document) {
    Path absolute = chosen.toAbsolutePath().normalize();
    String name = String.valueOf(chosen.getFileName());
    if (name.endsWith(document.suffix())
        || document.file().get().filter(absolute::equals).isPresent()) {
      return Optional.of(chosen);
    }
    Path place = chosen.resolveSibling(ENDING.matcher(name).replaceFirst("") + document.suffix());
    // Whoever was asked about the place was asked about the name without the ending.
    return Files.exists(place) && !dialogs.askReplace(place)
        ? Optional.empty()
        : Optional.of(place);
  }
}
