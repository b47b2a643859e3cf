package io.concertmaster.palette;

import io.concertmaster.node.NodeDescriptor;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The small list that opens on the canvas where a node shall come to stand. */
public final class QuickAdd extends VBox {
  private final NodeList nodes;

  /**
   * Over the node types that make sense at the place.
   *
   * @param chosen what happens with the chosen one
   * @param cancelled what happens on Escape
   */
  public QuickAdd(
      List<NodeDescriptor> choices, Consumer<NodeDescriptor> chosen, Runnable cancelled) {
    getStyleClass().add("quick-add");
    nodes = new NodeList(choices, "Add a node…", false);
    nodes.onChosen(chosen);
    nodes.rows().setOnMouseClicked(click -> nodes.selected().ifPresent(chosen));
    VBox.setVgrow(nodes, Priority.ALWAYS);
    getChildren().add(nodes);
    setPrefSize(280, 340);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    getStylesheets().setAll(nodes.getStylesheets());
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (key.getCode() == KeyCode.ESCAPE) {
            cancelled.run();
            key.consume();
          }
        });
  }

  /** Puts the keyboard into the search field. */
  public void focusSearch() {
    nodes.field().requestFocus();
  }
}
