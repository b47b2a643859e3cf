package io.concertmaster.designer.command;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;

/**
 * Something that people can do.
 *
 * @param id the name in code and tests
 * @param title the name in menus and the command palette
 * @param menu the menu in which it stands
 * @param reach where its keys work
 * @param shortcuts its keys, each of which works; menus show the first
 * @param enabled whether it makes sense now
 * @param action what it does, on the JavaFX thread
 */
public record Command(
    String id,
    String title,
    Menu menu,
    Reach reach,
    List<KeyCombination> shortcuts,
    ObservableBooleanValue enabled,
    Runnable action) {
  /** The menus, in their order. */
  public enum Menu {
    FILE("File"),
    EDIT("Edit"),
    VIEW("View"),
    RUN("Run"),
    DEPLOY("Deploy"),
    HELP("Help"),
    /** In the command palette only. */
    NONE("");

    private final String label;

    Menu(String label) {
      this.label = label;
    }

    /** The name in the window. */
    public String label() {
      return label;
    }
  }

  /** Where a command's keys work. */
  public enum Reach {
    /** Everywhere in the window. */
    WINDOW,
    /** Everywhere in the window, before what a control means by the same keys. */
    FIRST,
    /** On the canvas only: fields and lists have their own meaning for the same keys. */
    CANVAS
  }

  private static final BooleanBinding ALWAYS = Bindings.createBooleanBinding(() -> true);

  /** A command that always makes sense. */
  public static Command of(String id, String title, Menu menu, String keys, Runnable action) {
    return of(id, title, menu, keys, ALWAYS, action);
  }

  /** A command that stands in the command palette only. */
  public static Command inPalette(String id, String title, Runnable action) {
    return of(id, title, Menu.NONE, "", ALWAYS, action);
  }

  /**
   * A command of the whole window.
   *
   * @param keys as {@link KeyCombination#valueOf} reads them, several with {@code |} between them;
   *     empty for none
   */
  public static Command of(
      String id,
      String title,
      Menu menu,
      String keys,
      ObservableBooleanValue enabled,
      Runnable action) {
    return new Command(id, title, menu, Reach.WINDOW, combinations(keys), enabled, action);
  }

  /** A command of the whole window whose keys no control may have for itself. */
  public static Command first(
      String id,
      String title,
      Menu menu,
      String keys,
      ObservableBooleanValue enabled,
      Runnable action) {
    return new Command(id, title, menu, Reach.FIRST, combinations(keys), enabled, action);
  }

  /** A command whose keys work on the canvas only. */
  public static Command onCanvas(
      String id,
      String title,
      Menu menu,
      String keys,
      ObservableBooleanValue enabled,
      Runnable action) {
    return new Command(id, title, menu, Reach.CANVAS, combinations(keys), enabled, action);
  }

  private static List<KeyCombination> combinations(String keys) {
    return Stream.of(keys.split("\\|", -1))
        .filter(each -> !each.isEmpty())
        .map(KeyCombination::valueOf)
        .toList();
  }

  public Command {
    shortcuts = List.copyOf(shortcuts);
  }

  /** Does it, if it makes sense now. */
  public void perform() {
    if (enabled.get()) {
      action.run();
    }
  }

  /** The keys as people read them; empty for none. */
  public String keys() {
    return shortcuts.isEmpty() ? "" : shortcuts.getFirst().getDisplayText();
  }
}
