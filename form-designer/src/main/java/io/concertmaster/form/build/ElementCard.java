package io.concertmaster.form.build;

import io.concertmaster.model.form.FormElement;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** An element on the sheet: as it will look, with signs of what cannot be seen, framed when chosen. */
final class ElementCard extends VBox {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  /** So many letters leave room for a sign beside them. */
  private static final int SHORT = 24;

  private final FormElement element;

  ElementCard(FormElement element, Node content, List<String> signs) {
    this.element = element;
    getStyleClass().add("element-card");
    setAccessibleRole(AccessibleRole.LIST_ITEM);
    if (!signs.isEmpty()) {
      FlowPane line = new FlowPane(4, 4);
      line.setAlignment(Pos.CENTER_RIGHT);
      line.getStyleClass().add("signs");
      for (String sign : signs) {
        Label label = new Label(sign);
        label.getStyleClass().add("sign");
        label.setTooltip(new Tooltip(sign));
        line.getChildren().add(label);
      }
      if (hasShortName(element)) {
        // Beside the label, whose line has room.
        line.setPickOnBounds(false);
        line.setMaxHeight(USE_PREF_SIZE);
        StackPane both = new StackPane(content, line);
        StackPane.setAlignment(line, Pos.TOP_RIGHT);
        getChildren().add(both);
        return;
      }
      getChildren().add(line);
    }
    getChildren().add(content);
  }

  private static boolean hasShortName(FormElement element) {
    return element instanceof FormElement.Field field && field.label().length() <= SHORT
        && field.choices().stream().noneMatch(each -> each.title().length() > SHORT * 2);
  }

  FormElement element() {
    return element;
  }

  void choose(boolean chosen) {
    pseudoClassStateChanged(CHOSEN, chosen);
  }
}
