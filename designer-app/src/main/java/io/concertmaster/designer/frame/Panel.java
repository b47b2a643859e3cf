package io.concertmaster.designer.frame;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** An area of the window with a small heading. */
public final class Panel extends VBox {
  private final Label label = new Label();

  /** With a heading and what stands under it. */
  public Panel(String heading, Node content, Node... aside) {
    getStyleClass().add("panel");
    label.setText(heading);
    label.getStyleClass().add("panel-heading");
    label.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(label, Priority.ALWAYS);
    HBox head = new HBox(label);
    head.getStyleClass().add("panel-head");
    head.getChildren().addAll(aside);
    VBox.setVgrow(content, Priority.ALWAYS);
    getChildren().addAll(head, content);
  }

  /** Changes the heading. */
  public void heading(String words) {
    label.setText(words);
  }
}
