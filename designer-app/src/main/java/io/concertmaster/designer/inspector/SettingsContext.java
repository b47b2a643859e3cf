package io.concertmaster.designer.inspector;

import io.concertmaster.designer.data.Field;
import io.concertmaster.designer.expression.InputPreview;
import io.concertmaster.model.check.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What the controls of one node's settings share. */
final class SettingsContext {
  private final InputPreview preview;
  private final Supplier<Path> folder;
  private final Companions companions;
  private final ObjectProperty<List<Problem>> problems = new SimpleObjectProperty<>(List.of());
  private long steps;
  private Optional<Consumer<Field>> receiver = Optional.empty();

  /**
   * A context with the input for previews.
   *
   * @param folder where relative paths start: another one, once the workflow is saved elsewhere
   * @param companions who opens and makes the documents that settings name
   */
  SettingsContext(InputPreview preview, Supplier<Path> folder, Companions companions) {
    this.preview = preview;
    this.folder = folder;
    this.companions = companions;
  }

  /** The input of the node, for previews, completion and the list of fields. */
  InputPreview preview() {
    return preview;
  }

  /** Where relative paths start. */
  Path folder() {
    return folder.get();
  }

  /** Who opens and makes the documents that settings name. */
  Companions companions() {
    return companions;
  }

  /** The problems of the node. */
  ObjectProperty<List<Problem>> problems() {
    return problems;
  }

  /**
   * Makes a change that is a step of undo of its own, unlike what is typed into a field: adding,
   * moving, removing, choosing, switching.
   */
  void alone(Runnable change) {
    steps++;
    change.run();
    steps++;
  }

  /** Counts the changes that stand alone: what is typed between two is one step. */
  long steps() {
    return steps;
  }

  /** Says who takes an input field that somebody clicks: the control that had the focus last. */
  void receiveBy(Consumer<Field> control) {
    receiver = Optional.of(control);
  }

  /** Gives an input field to the control that had the focus last. */
  boolean give(Field field) {
    receiver.ifPresent(control -> control.accept(field));
    return receiver.isPresent();
  }
}
