package io.concertmaster.designer.controls;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/**
 * A row of segments of which one is chosen, as tabs over a view. Left and right arrow keys move the
 * choice; the segments share the width.
 */
public final class Segments extends HBox {
  private final List<ToggleButton> buttons = new ArrayList<>();
  private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(this, "chosen", 0);

  /** Segments with these titles; the first is chosen. */
  public Segments(String... titles) {
    getStyleClass().add("segments");
    for (String title : titles) {
      int index = buttons.size();
      ToggleButton button = new ToggleButton(title);
      button.getStyleClass().setAll("segment");
      button.setAccessibleRole(AccessibleRole.TAB_ITEM);
      button.setMaxWidth(Double.MAX_VALUE);
      button.setMinWidth(0);
      button.setOnAction(event -> choose(index));
      button.addEventHandler(KeyEvent.KEY_PRESSED, this::step);
      HBox.setHgrow(button, Priority.ALWAYS);
      buttons.add(button);
    }
    getChildren().addAll(buttons);
    choose(0);
  }

  /** The position of the chosen segment, from 0. */
  public ReadOnlyIntegerProperty chosen() {
    return chosen.getReadOnlyProperty();
  }

  /** Chooses a segment. */
  public void choose(int index) {
    for (int i = 0; i < buttons.size(); i++) {
      buttons.get(i).setSelected(i == index);
    }
    chosen.set(index);
  }

  /** Changes a segment's title, such as one with a count in it. */
  public void title(int index, String title) {
    ToggleButton button = buttons.get(index);
    if (!button.getText().equals(title)) {
      button.setText(title);
      button.setTooltip(title.length() > 12 ? new Tooltip(title) : null);
    }
  }

  /** Shows or leaves out a segment; leaving out the chosen one chooses the first. */
  public void show(int index, boolean shown) {
    ToggleButton button = buttons.get(index);
    button.setVisible(shown);
    button.setManaged(shown);
    if (!shown && chosen.get() == index) {
      choose(0);
    }
  }

  private void step(KeyEvent event) {
    int by =
        switch (event.getCode()) {
          case LEFT -> -1;
          case RIGHT -> 1;
          default -> 0;
        };
    int next = chosen.get() + by;
    while (next >= 0 && next < buttons.size() && !buttons.get(next).isVisible()) {
      next += by;
    }
    if (by != 0 && next >= 0 && next < buttons.size()) {
      choose(next);
      buttons.get(next).requestFocus();
      event.consume();
    }
  }
}
