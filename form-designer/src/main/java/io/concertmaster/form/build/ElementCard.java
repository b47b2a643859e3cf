package io.concertmaster.form.build;

import io.concertmaster.form.view.InColumn;
import io.concertmaster.model.form.FormElement;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/**
 * An element on the sheet: as it will look, with signs of what cannot be seen, framed when chosen.
 */
final class ElementCard extends VBox implements InColumn {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  private final FormElement element;
  private final Optional<InColumn> field;
  private final Optional<Signed> signed;
  private double lowered;

  ElementCard(FormElement element, Node content, List<String> signs) {
    this.element = element;
    this.field = content instanceof InColumn drawn ? Optional.of(drawn) : Optional.empty();
    getStyleClass().add("element-card");
    if (element instanceof FormElement.Columns || element instanceof FormElement.Section) {
      getStyleClass().add("around");
    }
    setAccessibleRole(AccessibleRole.LIST_ITEM);
    if (signs.isEmpty()) {
      signed = Optional.empty();
      getChildren().add(content);
    } else {
      Signed both = new Signed(content, signs);
      signed = Optional.of(both);
      getChildren().add(both);
    }
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
    return insets.getTop() + above + signed.map(each -> each.above(within)).orElse(0.0);
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
