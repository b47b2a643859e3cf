package io.concertmaster.palette;

import io.concertmaster.node.NodeDescriptor;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A search field over a list of node types. Arrow keys walk the list while the typing goes on in
 * the field; Enter and a double click choose.
 */
final class NodeList extends VBox {
  private final TextField search = new TextField();
  private final ListView<PaletteRow> list = new ListView<>();
  private final NodeSearch finder;
  private final boolean grouped;
  private Consumer<NodeDescriptor> chosen = node -> {};

  /**
   * Over these choices.
   *
   * @param grouped whether an empty search shows them under their families' headings
   */
  NodeList(List<NodeDescriptor> choices, String prompt, boolean grouped) {
    this.finder = new NodeSearch(choices);
    this.grouped = grouped;
    getStyleClass().add("node-list");
    getStylesheets()
        .add(Objects.requireNonNull(NodeList.class.getResource("palette.css")).toExternalForm());
    search.setPromptText(prompt);
    search.setId("node-search");
    list.setId("node-rows");
    list.setCellFactory(view -> new NodeRow());
    list.setFocusTraversable(false);
    list.setPlaceholder(nothing());
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(search, list);
    search.textProperty().addListener((property, before, now) -> show(now));
    search.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    show("");
  }

  /** What happens when a node is chosen. */
  void onChosen(Consumer<NodeDescriptor> action) {
    chosen = action;
  }

  /** The rows, for the mouse. */
  ListView<PaletteRow> rows() {
    return list;
  }

  /** The search field. */
  TextField field() {
    return search;
  }

  /** The node of the selected row. */
  Optional<NodeDescriptor> selected() {
    return list.getSelectionModel().getSelectedItem() instanceof PaletteRow.Entry entry
        ? Optional.of(entry.node())
        : Optional.empty();
  }

  private void show(String query) {
    List<NodeDescriptor> found = finder.find(query);
    boolean headings = grouped && query.isBlank();
    list.getItems().setAll(headings ? PaletteRow.grouped(found) : PaletteRow.ranked(found));
    list.scrollTo(0);
    if (headings) {
      list.getSelectionModel().clearSelection();
    } else {
      move(1);
    }
  }

  private void key(KeyEvent key) {
    switch (key.getCode()) {
      case DOWN -> move(1);
      case UP -> move(-1);
      case ENTER -> selected().ifPresent(chosen);
      case ESCAPE -> {
        if (search.getText().isEmpty()) {
          return;
        }
        search.clear();
      }
      default -> {
        return;
      }
    }
    key.consume();
  }

  /** Selects the next node in a direction, past headings. */
  private void move(int step) {
    int at = list.getSelectionModel().getSelectedIndex() + step;
    while (at >= 0
        && at < list.getItems().size()
        && list.getItems().get(at) instanceof PaletteRow.Heading) {
      at += step;
    }
    if (at >= 0 && at < list.getItems().size()) {
      list.getSelectionModel().select(at);
      list.scrollTo(Math.max(0, at - 3));
    }
  }

  private static VBox nothing() {
    Label title = new Label("No node of this name");
    title.getStyleClass().add("nothing");
    VBox box = new VBox(new FontIcon("mdomz-search_off"), title);
    box.getStyleClass().add("nothing-found");
    return box;
  }
}
