package io.concertmaster.designer.expression;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;

/**
 * A list of suggestions under a caret. The field keeps the focus: up and down choose, Enter and Tab
 * take, Escape closes.
 */
public final class CompletionPopup {
  private static final double ROW = 24;
  private static final int ROWS = 8;

  private final Popup popup = new Popup();
  private final ListView<Suggestion> list = new ListView<>();
  private final Consumer<Suggestion> taken;

  /**
   * A popup for a field.
   *
   * @param owner the field, whose keys it listens to while it is open
   * @param taken gets the suggestion that somebody took
   */
  public CompletionPopup(Node owner, Consumer<Suggestion> taken) {
    this.taken = taken;
    list.getStyleClass().add("completion-list");
    list.setFixedCellSize(ROW);
    list.setPrefWidth(300);
    list.setFocusTraversable(false);
    list.setCellFactory(view -> new SuggestionCell());
    list.setOnMouseClicked(event -> take());
    popup.getContent().add(list);
    popup.setAutoHide(true);
    owner.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    owner.focusedProperty().addListener((property, was, is) -> popup.hide());
  }

  /** Shows suggestions at a place on the screen, or closes where there are none. */
  public void show(Node owner, double x, double y, List<Suggestion> suggestions) {
    if (suggestions.isEmpty() || owner.getScene() == null) {
      popup.hide();
      return;
    }
    list.getStylesheets().setAll(owner.getScene().getRoot().getStylesheets());
    list.getStylesheets().add(ExpressionField.stylesheet());
    list.getItems().setAll(suggestions);
    list.getSelectionModel().selectFirst();
    list.setPrefHeight(Math.min(ROWS, suggestions.size()) * ROW + 6);
    if (popup.isShowing()) {
      popup.setX(x);
      popup.setY(y);
    } else {
      popup.show(owner, x, y);
    }
  }

  /** Closes. */
  public void hide() {
    popup.hide();
  }

  /** Whether suggestions show. */
  public boolean isShowing() {
    return popup.isShowing();
  }

  /** The suggestions that show. */
  List<Suggestion> suggestions() {
    return popup.isShowing() ? List.copyOf(list.getItems()) : List.of();
  }

  private void key(KeyEvent event) {
    if (!popup.isShowing()) {
      return;
    }
    switch (event.getCode()) {
      case UP -> list.getSelectionModel().selectPrevious();
      case DOWN -> list.getSelectionModel().selectNext();
      case ENTER, TAB -> take();
      case ESCAPE -> popup.hide();
      default -> {
        return;
      }
    }
    list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - ROWS + 2));
    event.consume();
  }

  private void take() {
    Suggestion chosen = list.getSelectionModel().getSelectedItem();
    popup.hide();
    if (chosen != null) {
      taken.accept(chosen);
    }
  }

  /**
   * Something to take.
   *
   * @param text what stands in the list
   * @param insert what is put in place of the typed part
   * @param detail a word about it, such as a type; may be empty
   * @param typed how many characters before the caret it replaces
   */
  public record Suggestion(String text, String insert, String detail, int typed) {}

  private static final class SuggestionCell extends ListCell<Suggestion> {
    private final Label text = new Label();
    private final Label detail = new Label();
    private final HBox row;

    private SuggestionCell() {
      Region space = new Region();
      HBox.setHgrow(space, Priority.ALWAYS);
      text.getStyleClass().add("completion-text");
      detail.getStyleClass().add("completion-detail");
      detail.setMinWidth(Region.USE_PREF_SIZE);
      row = new HBox(text, space, detail);
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Suggestion item, boolean empty) {
      super.updateItem(item, empty);
      if (item == null || empty) {
        setGraphic(null);
        return;
      }
      text.setText(item.text());
      detail.setText(item.detail());
      setGraphic(row);
    }
  }
}
