package io.concertmaster.designer.controls;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What an area says when it has nothing to show: what would be here, and how to get it. */
public final class EmptyState extends VBox {
  private final Label title = new Label();
  private final Label hint = new Label();

  /** An empty state without words yet. */
  public EmptyState() {
    getStyleClass().add("empty-state");
    setAlignment(Pos.CENTER);
    title.getStyleClass().add("empty-title");
    hint.getStyleClass().add("empty-hint");
    for (Label label : new Label[] {title, hint}) {
      label.setWrapText(true);
      label.setMinHeight(USE_PREF_SIZE);
      label.setMaxWidth(420);
    }
    getChildren().addAll(title, hint);
  }

  /** An empty state with a title and a hint. */
  public EmptyState(String says, String how) {
    this();
    say(says, how, false);
  }

  /**
   * Changes the words.
   *
   * @param how what to do; may be empty
   * @param bad whether it tells of something that went wrong
   */
  public void say(String says, String how, boolean bad) {
    title.setText(says);
    hint.setText(how);
    hint.setVisible(!how.isEmpty());
    hint.setManaged(!how.isEmpty());
    getStyleClass().remove("bad");
    if (bad) {
      getStyleClass().add("bad");
    }
  }
}
