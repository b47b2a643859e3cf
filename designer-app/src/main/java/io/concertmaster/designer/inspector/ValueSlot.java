package io.concertmaster.designer.inspector;

import io.concertmaster.designer.data.Field;
import io.concertmaster.designer.expression.ExpressionField;
import io.concertmaster.model.check.Code;
import io.concertmaster.model.check.Problem;
import io.concertmaster.model.expression.Expression;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * The place of one value: the control of its kind while it is fixed, an expression field while it
 * is an expression. Which of the two is decided by the value alone, so that undo and edits from
 * elsewhere switch it too.
 */
final class ValueSlot extends StackPane {
  private final Site site;
  private final PropertyControl control;
  private final ToggleButton fx = new ToggleButton("fx");
  private @Nullable ExpressionField expression;
  private @Nullable Object value;
  private boolean started;

  ValueSlot(Site site) {
    this(site, PropertyControls.make(site));
  }

  /** A slot with a control of one's own for the fixed value. */
  ValueSlot(Site site, PropertyControl control) {
    this.site = site;
    this.control = control;
    getStyleClass().add("value-slot");
    setAlignment(Pos.TOP_LEFT);
    fx.getStyleClass().setAll("fx-toggle", "fx-off");
    fx.setTooltip(new Tooltip("A fixed value: click for an expression"));
    fx.setAccessibleText("Use an expression for " + site.property().label());
    fx.setOnAction(event -> {
      fx.setSelected(false);
      toExpression();
    });
    showButtonWith(this);
    focusWithinProperty()
        .addListener((property, was, is) -> {
          if (is) {
            site.context().receiveBy(this::receive);
          }
        });
  }

  /** The button that makes the value an expression, for a place beside the slot. */
  ToggleButton button() {
    return fx;
  }

  /**
   * Shows the button only while the pointer or the focus is in a part of the window. (Not by CSS: a
   * rule that looks at a parent's {@code :hover} makes JavaFX lose the colours of text fields in
   * it.)
   */
  void showButtonWith(Node part) {
    fx.opacityProperty()
        .bind(
            Bindings.when(part.hoverProperty().or(part.focusWithinProperty()))
                .then(1.0)
                .otherwise(0.0));
  }

  /** Whether the button belongs beside the slot, there being no room for it inside. */
  boolean needsButtonBeside() {
    return takesExpressions() && !control.holdsButton();
  }

  private boolean takesExpressions() {
    return site.property().expressions() && !PropertyControls.isComposite(site.property().kind());
  }

  /** Whether the value is an expression. */
  boolean isExpression() {
    return expression != null && getChildren().contains(expression);
  }

  /** Whether the field says a problem already: an expression's mistakes stand right under it. */
  boolean tells(Problem problem) {
    return isExpression() ? problem.code() == Code.BAD_EXPRESSION : control.complains();
  }

  /** Shows a value; null where there is neither a value nor a default. */
  void show(@Nullable Object shown) {
    Object before = value;
    value = shown;
    if (site.property().expressions()
        && shown instanceof String text
        && Expression.isExpression(text)) {
      ExpressionField field = expressionField();
      boolean switching = started && !isExpression();
      boolean focused = isFocusWithin();
      if (!isExpression()) {
        getChildren().setAll(field);
      }
      field.show(text);
      if (switching && focused) {
        field.editor().focusAtEnd();
        field.editor().area().moveTo(behindTyped(before, text.substring(1)));
      }
    } else {
      boolean focused = isExpression() && isFocusWithin();
      if (!getChildren().contains(control.view())) {
        showControl();
      }
      control.show(shown);
      if (focused) {
        control.focus();
      }
    }
    fx.setVisible(!isExpression());
    started = true;
  }

  /** Where the caret stands in a text that became an expression while somebody typed in it. */
  private static int behindTyped(@Nullable Object before, String text) {
    if (!(before instanceof String was) || was.length() >= text.length()) {
      return text.length();
    }
    int same = 0;
    while (same < was.length() && was.charAt(same) == text.charAt(same)) {
      same++;
    }
    return same + text.length() - was.length();
  }

  private void showControl() {
    Node view = control.view();
    if (takesExpressions() && control.holdsButton()) {
      getChildren().setAll(view, fx);
      view.getStyleClass().add("with-fx");
      setAlignment(fx, Pos.TOP_RIGHT);
      setMargin(fx, new Insets(4, 4, 0, 0));
    } else {
      getChildren().setAll(view);
    }
  }

  private ExpressionField expressionField() {
    if (expression == null) {
      ExpressionField field = new ExpressionField(site.context().preview(), this::toFixed);
      field.onTyped(text -> report(text));
      expression = field;
    }
    return expression;
  }

  /** Takes an input field that somebody clicked or dropped here. */
  void receive(Field field) {
    if (isExpression() && expression != null) {
      expression.receive(field);
    } else if (!control.receive(field) && takesExpressions()) {
      boolean textual =
          site.property().kind() instanceof PropertyKind.Text
              || site.property().kind() instanceof PropertyKind.Code;
      String before = textual && value instanceof String text && !text.isEmpty() ? text + " " : "";
      site.context().alone(() -> report("=" + before + "{{ " + field.expression() + " }}"));
      focusExpression();
    }
  }

  /** Puts the focus where the value is edited. */
  void focusValue() {
    if (isExpression()) {
      focusExpression();
    } else {
      control.focus();
    }
  }

  private void toExpression() {
    site.context().alone(() -> report(Literals.asExpression(value)));
    focusExpression();
  }

  private void focusExpression() {
    if (isExpression() && expression != null) {
      expression.editor().focusAtEnd();
    }
  }

  private void toFixed() {
    Property property = site.property();
    ExpressionField field = expressionField();
    site.context()
        .alone(() -> report(Literals.asFixed(property.kind(), field.parameter(), field.outcome())));
    control.focus();
  }

  private void report(@Nullable Object changed) {
    value = changed;
    site.report().accept(changed);
  }
}
