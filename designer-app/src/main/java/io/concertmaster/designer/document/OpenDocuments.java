package io.concertmaster.designer.document;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The documents of a window, in the order of their tabs. There is always one in front. */
public final class OpenDocuments {
  private final ObservableList<OpenDocument<?>> all = FXCollections.observableArrayList();
  private final ObservableList<OpenDocument<?>> readOnly =
      FXCollections.unmodifiableObservableList(all);
  private final ReadOnlyObjectWrapper<OpenDocument<?>> active;

  /** With a first document. */
  public OpenDocuments(OpenDocument<?> first) {
    all.add(first);
    active = new ReadOnlyObjectWrapper<>(first);
  }

  /** All, in the order of the tabs. */
  public ObservableList<OpenDocument<?>> all() {
    return readOnly;
  }

  /** The one in front. */
  public ReadOnlyObjectProperty<OpenDocument<?>> active() {
    return active.getReadOnlyProperty();
  }

  /** Something of the workflow in front; null while something else stands there. */
  public <T> ObservableValue<T> ofWorkflow(Function<EditorDocument, ObservableValue<T>> value) {
    return active()
        .flatMap(front -> front instanceof EditorDocument workflow ? value.apply(workflow) : null);
  }

  /** Adds one and brings it to the front; an untouched empty one gives way to it. */
  public void add(OpenDocument<?> document) {
    OpenDocument<?> front = active.get();
    if (front.isUntouched()) {
      all.set(all.indexOf(front), document);
    } else {
      all.add(document);
    }
    active.set(document);
  }

  /** Brings one to the front. */
  public void activate(OpenDocument<?> document) {
    if (all.contains(document)) {
      active.set(document);
    }
  }

  /**
   * Brings another one to the front.
   *
   * @param by how many tabs further to the right; behind the last one comes the first
   */
  public void step(int by) {
    active.set(all.get(Math.floorMod(all.indexOf(active.get()) + by, all.size())));
  }

  /** Takes one away without asking; another comes to the front, a new one where it was the last. */
  public void remove(OpenDocument<?> document, Supplier<OpenDocument<?>> fresh) {
    int at = all.indexOf(document);
    if (at < 0) {
      return;
    }
    if (all.size() == 1) {
      OpenDocument<?> next = fresh.get();
      all.set(0, next);
      active.set(next);
      return;
    }
    all.remove(at);
    if (active.get().equals(document)) {
      active.set(all.get(Math.min(at, all.size() - 1)));
    }
  }

  /** The one of a file, or the one that was imported from it and is in no file yet. */
  public Optional<OpenDocument<?>> ofFile(Path file) {
    Path wanted = file.toAbsolutePath().normalize();
    return all.stream()
        .filter(each -> each.file().get().or(each::origin).filter(wanted::equals).isPresent())
        .findFirst();
  }
}
