package io.concertmaster.designer.controls;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A dialog in the window: a title, a body that takes the room there is, and buttons. */
public class DialogCard extends VBox {
  private final Label title = new Label();
  private final HBox buttons = new HBox();
  private final Button close;

  /**
   * An empty dialog.
   *
   * @param width that it has where the window is wide enough
   * @param height that it has where the window is high enough
   * @param closed takes it away
   */
  @SuppressWarnings(
      "this-escape") // what is called here is JavaFX's own, and looks at nothing of a subclass
  protected DialogCard(String id, String headline, double width, double height, Runnable closed) {
    setId(id);
    getStyleClass().add("dialog-card");
    getStylesheets().add(ControlSheet.URL);
    setPrefSize(width, height);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    setMinSize(0, 0);
    title.setText(headline);
    title.getStyleClass().add("dialog-title");
    title.setMinWidth(0);
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    close = Icons.button("mdal-close", "Close", closed);
    close.setId(id + "-close");
    close.setMinWidth(USE_PREF_SIZE);
    HBox head = new HBox(title, close);
    head.getStyleClass().add("dialog-head");
    head.setMinHeight(USE_PREF_SIZE);
    buttons.getStyleClass().add("dialog-buttons");
    buttons.setMinHeight(USE_PREF_SIZE);
    getChildren().addAll(head, buttons);
  }

  /** Changes what takes it away. */
  protected final void onClose(Runnable closed) {
    close.setOnAction(event -> closed.run());
  }

  /** Changes the title. */
  protected final void title(String words) {
    title.setText(words);
  }

  /** Puts the body in. */
  protected final void body(Node body) {
    VBox.setVgrow(body, Priority.ALWAYS);
    if (getChildren().size() == 3) {
      getChildren().set(1, body);
    } else {
      getChildren().add(1, body);
    }
  }

  /** Puts the buttons in, those at the left first; {@link #space} keeps them apart. */
  protected final void buttons(List<? extends Node> all) {
    buttons.getChildren().setAll(all);
  }

  /** The room between buttons at the left and at the right. */
  protected static Region space() {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    return space;
  }

  /** A button of a dialog. */
  protected static Button button(String id, String words, Runnable action) {
    Button button = new Button(words);
    button.setId(id);
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(event -> action.run());
    return button;
  }

  /** A label that wraps its words. */
  public static Label wrapped(String words, String style) {
    Label label = new Label(words);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.getStyleClass().add(style);
    return label;
  }

  /** A control under its label. */
  public static VBox labelled(Label label, Node control) {
    label.getStyleClass().add("strong");
    label.setLabelFor(control);
    VBox box = new VBox(label, control);
    box.getStyleClass().add("labelled");
    return box;
  }

  /** Shows something or takes its room away. */
  protected static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }
}
