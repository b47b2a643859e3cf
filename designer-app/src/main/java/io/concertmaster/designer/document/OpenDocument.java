package io.concertmaster.designer.document;

import io.concertmaster.model.edit.Change;
import io.concertmaster.model.edit.Slug;
import io.concertmaster.model.edit.UndoHistory;
import io.concertmaster.model.io.WorkflowFileException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * A definition that is open in the window: its history, its file, and its name on a tab. Belongs to
 * the JavaFX thread.
 *
 * @param <S> the definition
 */
public abstract class OpenDocument<S> {
  private final UndoHistory<S> history;
  private final ReadOnlyObjectWrapper<S> content;
  private final ReadOnlyObjectWrapper<Optional<Path>> file =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Instant>> savedAt =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper();
  private Optional<FileStamp> stamp = Optional.empty();
  private Optional<DraftIdentity> draft = Optional.empty();

  /** A document that is in no file yet. */
  protected OpenDocument(UndoHistory<S> history) {
    this.history = history;
    this.content = new ReadOnlyObjectWrapper<>(history.current());
  }

  /** What people call the definition. */
  protected abstract String name(S definition);

  /** The name of the definition for programs. */
  abstract String id(S definition);

  /** The id of the definition as it is now. */
  public final String id() {
    return id(content.get());
  }

  /** What its files end with, such as {@code .form.json}. */
  public abstract String suffix();

  /** What it is, in a sentence: workflow, form. */
  public abstract String kind();

  /** The definition under the id and the name that it got since it was made here. */
  abstract S identified(S definition, DraftIdentity draft);

  /** Writes the definition as it is now into a file. */
  abstract void write(Path place) throws WorkflowFileException;

  /** What a file holds now, as a change from what is here. */
  abstract Change<S> read(Path place) throws WorkflowFileException;

  /** A file of another program from which it came, which is never written. */
  public Optional<Path> origin() {
    return Optional.empty();
  }

  /** Says that it was made here, and nobody chose its id and its name. */
  final void draft() {
    draft = Optional.of(DraftIdentity.of(id(), name(content.get())));
  }

  /** Makes its id last, as what runs under it is found again by that. */
  public final void keepId() {
    draft = draft.map(each -> each.ran(name(content.get())));
    refresh();
  }

  /** The definition as it is now; a new object after each change. */
  protected final ReadOnlyObjectProperty<S> content() {
    return content.getReadOnlyProperty();
  }

  /**
   * Makes a change; one step of undo.
   *
   * @throws IllegalArgumentException when it does not fit
   */
  protected final void change(Change<S> change) {
    history.apply(change);
    refresh();
  }

  /**
   * Makes a change; one step of undo with those of the same key right before it.
   *
   * @throws IllegalArgumentException when it does not fit
   */
  protected final void change(Change<S> change, String key) {
    history.apply(change, key);
    refresh();
  }

  /** Takes back the newest change. */
  public final void undo() {
    history.undo();
    refresh();
  }

  /** Makes the change again that was taken back last. */
  public final void redo() {
    history.redo();
    refresh();
  }

  /** The file in which it lies. */
  public final ReadOnlyObjectProperty<Optional<Path>> file() {
    return file.getReadOnlyProperty();
  }

  /** Where files are looked for that it names, and where it is saved first. */
  public Path folder() {
    return file.get()
        .or(this::origin)
        .map(Path::getParent)
        .orElseGet(() -> Path.of("").toAbsolutePath());
  }

  /** When its file was written last, as far as that is known here. */
  public final ReadOnlyObjectProperty<Optional<Instant>> savedAt() {
    return savedAt.getReadOnlyProperty();
  }

  /** Whether there is something to save. */
  public final ReadOnlyBooleanProperty dirty() {
    return dirty.getReadOnlyProperty();
  }

  /** Whether a change can be taken back. */
  public final ReadOnlyBooleanProperty canUndo() {
    return canUndo.getReadOnlyProperty();
  }

  /** Whether a change can be made again. */
  public final ReadOnlyBooleanProperty canRedo() {
    return canRedo.getReadOnlyProperty();
  }

  /** The name on its tab. */
  public final ReadOnlyStringProperty title() {
    return title.getReadOnlyProperty();
  }

  /** Whether it is new, in no file, and was never changed. */
  public final boolean isUntouched() {
    return file.get().isEmpty() && !canUndo.get() && !canRedo.get() && !dirty.get();
  }

  /** Whether somebody else wrote the file since it was read or saved here. */
  public final boolean changedOnDisk() {
    Optional<FileStamp> now = file.get().flatMap(FileStamp::of);
    return now.isPresent() && stamp.isPresent() && !now.equals(stamp);
  }

  /** Takes the file's present state for seen, without reading it. */
  public final void overlookDisk() {
    stamp = file.get().flatMap(FileStamp::of);
  }

  /** Takes over what another program wrote into the file; what was here can be undone back. */
  final void reload() throws WorkflowFileException {
    Path place = file.get().orElseThrow();
    history.apply(read(place));
    saved(place);
  }

  /** The name for its file where it has none yet, without the ending. */
  final String suggestedName() {
    return draft.isPresent() ? Slug.of(name(content.get()), List.of()) : id();
  }

  /**
   * Writes it into a file, in which it lies then. Under another name than that of the file that it
   * was in, which stays, it is a copy: another one for the engine and for servers.
   */
  final void save(Path place) throws WorkflowFileException {
    Optional<DraftIdentity> before = draft;
    boolean copy =
        file.get()
            .filter(each -> !stem(each).equals(stem(place)) && Files.exists(each))
            .isPresent();
    draft =
        copy
            ? Optional.of(
                DraftIdentity.copy(id(history.current()), id(), name(content.get()), stem(place)))
            : draft.map(each -> each.saved(name(content.get()), stem(place)));
    refresh();
    try {
      write(place);
    } catch (WorkflowFileException e) {
      draft = before;
      refresh();
      throw e;
    }
    saved(place);
  }

  /** Remembers that what is shown now lies in a file. */
  public final void saved(Path place) {
    Path absolute = place.toAbsolutePath().normalize();
    history.markSaved();
    file.set(Optional.of(absolute));
    stamp = FileStamp.of(absolute);
    savedAt.set(stamp.map(each -> each.modified().toInstant()));
    refresh();
  }

  /** Shows how things stand after a change. */
  protected void refresh() {
    S written = history.current();
    S now = draft.map(each -> identified(written, each)).orElse(written);
    content.set(now);
    dirty.set(history.dirty() || (origin().isPresent() && file.get().isEmpty()));
    canUndo.set(history.canUndo());
    canRedo.set(history.canRedo());
    title.set(file.get().map(this::stem).orElseGet(() -> name(now)));
  }

  private String stem(Path path) {
    String ending = suffix().replace(".json", "");
    String name = String.valueOf(path.getFileName());
    String bare = name.endsWith(".json") ? name.substring(0, name.length() - 5) : name;
    return bare.endsWith(ending) ? bare.substring(0, bare.length() - ending.length()) : bare;
  }
}
