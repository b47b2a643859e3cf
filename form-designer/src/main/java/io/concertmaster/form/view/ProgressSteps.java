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

  void show(int page) {
    for (int i = 0; i < getChildren().size(); i++) {
      var styles = getChildren().get(i).getStyleClass();
      styles.remove("reached");
      if (i <= page) {
        styles.add("reached");
      }
    }
  }
}
