package io.concertmaster.designer.command;

import io.concertmaster.palette.Fuzzy;
import java.util.Comparator;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One field over everything that can be done or gone to, found by fuzzy search. */
public final class CommandPalette extends VBox {
  /** More than a screen of answers helps nobody. */
  private static final int ANSWERS = 50;

  private final TextField search = new TextField();
  private final ListView<Choice> list = new ListView<>();
  private final List<Choice> choices;
  private final Runnable close;

  /**
   * Over these choices; those that come first win among equals.
   *
   * @param close takes the palette off the window
   */
  public CommandPalette(List<Choice> choices, Runnable close) {
    this.choices = List.copyOf(choices);
    this.close = close;
    getStyleClass().add("command-palette");
    search.setId("command-search");
    search.setPromptText("Search actions, nodes and files…");
    list.setId("command-rows");
    list.setFocusTraversable(false);
    list.setCellFactory(view -> new ChoiceRow());
    Label nothing = new Label("Nothing of this name. Try fewer letters.");
    nothing.getStyleClass().add("muted");
    list.setPlaceholder(nothing);
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(search, list);
    setPrefSize(560, 420);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    search.textProperty().addListener((property, before, now) -> show(now));
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    list.setOnMouseClicked(click -> choose());
    show("");
  }

  /** Puts the keyboard into the search field. */
  public void focusSearch() {
    search.requestFocus();
  }

  private void show(String query) {
    record Hit(Choice choice, int score) {}
    list.getItems()
        .setAll(
            choices.stream()
                .map(each -> new Hit(each, score(query, each)))
                .filter(hit -> hit.score() >= 0)
                .sorted(Comparator.comparingInt(Hit::score).reversed())
                .limit(ANSWERS)
                .map(Hit::choice)
                .toList());
    list.getSelectionModel().selectFirst();
    list.scrollTo(0);
  }

  private static int score(String query, Choice choice) {
    int title = Fuzzy.score(query, choice.title()).orElse(-1);
    int detail =
        Fuzzy.score(query, choice.kind() + " " + choice.title() + " " + choice.detail()).orElse(-1);
    return Math.max(title, detail < 300 && !query.isBlank() ? -1 : detail / 2);
  }

  private void key(KeyEvent key) {
    int at = list.getSelectionModel().getSelectedIndex();
    switch (key.getCode()) {
      case DOWN -> select(at + 1);
      case UP -> select(at - 1);
      case ENTER -> choose();
      case ESCAPE -> close.run();
      default -> {
        return;
      }
    }
    key.consume();
  }

  private void select(int index) {
    if (index >= 0 && index < list.getItems().size()) {
      list.getSelectionModel().select(index);
      list.scrollTo(Math.max(0, index - 5));
    }
  }

  private void choose() {
    Choice choice = list.getSelectionModel().getSelectedItem();
    if (choice != null) {
      close.run();
      choice.action().run();
    }
  }
}
