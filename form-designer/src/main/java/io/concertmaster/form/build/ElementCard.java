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
import javafx.scene.layout.VBox;

/** An element on the sheet: as it will look, with signs of what cannot be seen, framed when chosen. */
final class ElementCard extends VBox {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

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
      getChildren().add(line);
    }
    getChildren().add(content);
  }

  FormElement element() {
    return element;
  }

  void choose(boolean chosen) {
    pseudoClassStateChanged(CHOSEN, chosen);
  }
}
