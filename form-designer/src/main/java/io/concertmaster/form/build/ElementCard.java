package io.concertmaster.form.build;

import io.concertmaster.form.view.InColumn;
import io.concertmaster.model.form.FormElement;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * An element on the sheet: as it will look, with signs of what cannot be seen, framed when chosen.
 */
final class ElementCard extends VBox implements InColumn {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  /** A wider name leaves no room beside it. */
  private static final double MOST_NAME = 260;

  private final FormElement element;
  private final Optional<InColumn> field;
  private double lowered;

  ElementCard(FormElement element, Node content, List<String> signs) {
    this.element = element;
    this.field = content instanceof InColumn drawn ? Optional.of(drawn) : Optional.empty();
    getStyleClass().add("element-card");
    if (element instanceof FormElement.Columns || element instanceof FormElement.Section) {
      getStyleClass().add("around");
    }
    setAccessibleRole(AccessibleRole.LIST_ITEM);
    if (!signs.isEmpty()) {
      HBox line = new HBox(4);
      line.setAlignment(Pos.TOP_RIGHT);
      line.setMaxHeight(USE_PREF_SIZE);
      line.setPickOnBounds(false);
      for (String sign : signs) {
        Label label = new Label(sign);
        label.setMinWidth(0);
        label.getStyleClass().add("sign");
        label.setTooltip(new Tooltip(sign));
        line.getChildren().add(label);
      }
      double name = nameWidth(element);
      if (name < MOST_NAME) {
        // Beside the label, whose line has room.
        line.maxWidthProperty().bind(widthProperty().subtract(name));
        StackPane both = new StackPane(content, line);
        StackPane.setAlignment(line, Pos.TOP_RIGHT);
        getChildren().add(both);
        return;
      }
      getChildren().add(line);
    }
    getChildren().add(content);
  }

  /** About how wide what stands in the first line is, in pixels. */
  private static double nameWidth(FormElement element) {
    return element instanceof FormElement.Field field
        ? 40 + 8.0 * field.label().length() + (field.required() ? 64 : 0)
        : Double.MAX_VALUE;
  }

  FormElement element() {
    return element;
  }

  @Override
  public double heightAboveControl(double width) {
    Insets insets = getInsets();
    double within = width - insets.getLeft() - insets.getRight();
    double above = field.map(each -> each.heightAboveControl(within)).orElse(0.0);
    if (above == 0) {
      return 0;
    }
    Node first = getChildren().getFirst();
    boolean below = getChildren().size() > 1; // the signs have a line of their own
    return insets.getTop() + above + (below ? first.prefHeight(within) + getSpacing() : 0);
  }

  @Override
  public void lowerControl(double by) {
    lowered = by;
    field.ifPresent(each -> each.lowerControl(by));
  }

  @Override
  public double ownHeight(double width) {
    return prefHeight(width) - lowered;
  }

  void choose(boolean chosen) {
    pseudoClassStateChanged(CHOSEN, chosen);
  }
}
