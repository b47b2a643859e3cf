package io.concertmaster.form.view;

import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** How far somebody came: a mark for each page, filled up to the one in sight. */
final class ProgressSteps extends HBox {
  ProgressSteps(int pages) {
    getStyleClass().add("progress-steps");
    setAlignment(Pos.CENTER_LEFT);
    for (int i = 0; i < pages; i++) {
      Region step = new Region();
      step.getStyleClass().add("step");
      getChildren().add(step);
    }
  }

  /**
   * Shows how far.
   *
   * @param page the one in sight, from 0
   * @param pages so many there are now; rules may hide others
   */
  void show(int page, int pages) {
    for (int i = 0; i < getChildren().size(); i++) {
      getChildren().get(i).setVisible(i < pages);
      getChildren().get(i).setManaged(i < pages);
      var styles = getChildren().get(i).getStyleClass();
      styles.remove("reached");
      if (i <= page) {
        styles.add("reached");
      }
    }
  }
}
