package io.concertmaster.form.build;

import io.concertmaster.model.form.edit.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/**
 * What can be added to a form: dragged out, double-clicked, or chosen with the arrow keys and
 * Enter.
 */
final class FieldPalette extends VBox {
  private final TextField search = new TextField();
  private final VBox rows = new VBox();
  private final List<HBox> shown = new ArrayList<>();
  private final Consumer<Part> added;
  private final PartDrag<Part> drag;

  /**
   * Offers all parts.
   *
   * @param added what happens when a part is chosen without dragging
   * @param drag follows a part that is dragged
   */
  FieldPalette(Consumer<Part> added, PartDrag<Part> drag) {
    this.added = added;
    this.drag = drag;
    getStyleClass().add("field-palette");
    search.setId("field-search");
    search.setPromptText("Find a field…");
    search.textProperty().subscribe(this::show);
    search.addEventFilter(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (key.getCode() == KeyCode.DOWN && !shown.isEmpty()) {
            shown.getFirst().requestFocus();
            key.consume();
          } else if (key.getCode() == KeyCode.ENTER && !shown.isEmpty()) {
            Part found = (Part) shown.getFirst().getUserData();
            search.clear();
            added.accept(found);
            key.consume();
          }
        });
    rows.getStyleClass().add("rows");
    ScrollPane scroll = new ScrollPane(rows);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    VBox.setMargin(search, new Insets(0, 12, 0, 12));
    getChildren().addAll(search, scroll);
  }

  /** Puts the keyboard into the search field. */
  void focusSearch() {
    search.requestFocus();
    search.selectAll();
  }

  private void show(String query) {
    rows.getChildren().clear();
    shown.clear();
    String wanted = letters(query);
    group("INPUT", wanted, Stream.of(Part.values()).filter(FieldPalette::asks));
    group("LAYOUT", wanted, Stream.of(Part.values()).filter(part -> !asks(part)));
    if (shown.isEmpty()) {
      Label nothing = new Label("Nothing of this name. Try fewer letters.");
      nothing.setWrapText(true);
      nothing.getStyleClass().add("muted");
      rows.getChildren().add(nothing);
    }
  }

  /** Small letters only: email finds E-mail. */
  private static String letters(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
  }

  private static boolean asks(Part part) {
    return part.isField() && part != Part.REPEATED;
  }

  private void group(String heading, String wanted, Stream<Part> parts) {
    List<Part> found = parts.filter(each -> letters(each.label()).contains(wanted)).toList();
    if (!found.isEmpty()) {
      Label label = new Label(heading);
      label.getStyleClass().add("palette-heading");
      rows.getChildren().add(label);
      found.forEach(part -> rows.getChildren().add(row(part)));
    }
  }

  private Node row(Part part) {
    Label name = new Label(part.label());
    HBox row = new HBox(PartLook.tile(part), name);
    row.getStyleClass().add("palette-row");
    row.setId("part-" + part.name());
    row.setUserData(part);
    row.setFocusTraversable(true);
    row.setAccessibleRole(AccessibleRole.BUTTON);
    row.setAccessibleText("Add " + part.label());
    Tooltip tip = new Tooltip("Drag it onto the form, or press Enter.");
    tip.setShowDelay(Duration.millis(700));
    Tooltip.install(row, tip);
    row.addEventHandler(KeyEvent.KEY_PRESSED, key -> key(key, row, part));
    listen(row, part);
    shown.add(row);
    return row;
  }

  private void key(KeyEvent key, HBox row, Part part) {
    int at = shown.indexOf(row);
    switch (key.getCode()) {
      case ENTER, SPACE -> added.accept(part);
      case DOWN -> shown.get(Math.min(at + 1, shown.size() - 1)).requestFocus();
      case UP -> (at == 0 ? search : shown.get(at - 1)).requestFocus();
      default -> {
        return;
      }
    }
    key.consume();
  }

  private void listen(HBox row, Part part) {
    row.addEventHandler(
        MouseEvent.MOUSE_PRESSED,
        press -> {
          row.requestFocus();
          if (press.getButton() == MouseButton.PRIMARY) {
            HandDrag.begin(this, part, drag, press);
          }
        });
    row.addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        click -> {
          if (click.getClickCount() == 2 && click.getButton() == MouseButton.PRIMARY) {
            added.accept(part);
          }
        });
  }
}
