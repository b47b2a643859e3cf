package io.concertmaster.form.build;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A row of names of which one is chosen, with the mouse or with left and right. */
final class Segments extends HBox {
  private final List<ToggleButton> buttons = new ArrayList<>();
  private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(0);

  Segments(String... titles) {
    getStyleClass().add("segments");
    setMaxHeight(USE_PREF_SIZE);
    for (String title : titles) {
      int own = buttons.size();
      ToggleButton button = new ToggleButton(title);
      button.getStyleClass().setAll("segment");
      button.setAccessibleRole(AccessibleRole.TAB_ITEM);
      button.setMaxWidth(Double.MAX_VALUE);
      button.setMinWidth(0);
      button.setOnAction(event -> choose(own));
      button.addEventHandler(KeyEvent.KEY_PRESSED, this::step);
      HBox.setHgrow(button, Priority.ALWAYS);
      buttons.add(button);
    }
    getChildren().addAll(buttons);
    choose(0);
  }

  ReadOnlyIntegerProperty chosen() {
    return chosen.getReadOnlyProperty();
  }

  void choose(int index) {
    for (int i = 0; i < buttons.size(); i++) {
      buttons.get(i).setSelected(i == index);
    }
    chosen.set(index);
  }

  void title(int index, String title) {
    buttons.get(index).setText(title);
  }

  private void step(KeyEvent key) {
    int by = key.getCode() == KeyCode.LEFT ? -1 : key.getCode() == KeyCode.RIGHT ? 1 : 0;
    int next = chosen.get() + by;
    if (by != 0 && next >= 0 && next < buttons.size()) {
      choose(next);
      buttons.get(next).requestFocus();
      key.consume();
    }
  }
}
