package io.concertmaster.designer.inspector;

import io.concertmaster.designer.controls.Icons;
import io.concertmaster.node.ComparedAs;
import io.concertmaster.node.Operator;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.data.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One condition: the left value and its type above, the operator and the right value below. */
final class ConditionRow extends VBox {
  private static final List<PropertyKind.Option> OPERATORS =
      Arrays.stream(Operator.values())
          .map(operator -> PropertyKind.Option.of(operator.id(), operator.label()))
          .toList();

  private static final List<PropertyKind.Option> TYPES =
      Stream.concat(
              Stream.of(PropertyKind.Option.of("", "as it is")),
              Arrays.stream(ComparedAs.values())
                  .map(type -> PropertyKind.Option.of(type.id(), type.label())))
          .toList();

  private final Consumer<JsonObject> report;
  private final ValueSlot left;
  private final ValueSlot right;
  private final ProblemLines leftProblems;
  private final ProblemLines rightProblems;
  private final ChoiceControl operator;
  private final ChoiceControl type;
  private final HBox lower;
  private JsonObject condition = JsonObject.empty();

  ConditionRow(String path, SettingsContext context, Consumer<JsonObject> report, Runnable remove) {
    this.report = report;
    getStyleClass().add("condition");
    setId("condition-" + path);
    left = slot("left", "Value", path, context);
    right = slot("right", "Compare with", path, context);
    operator = new ChoiceControl(OPERATORS, value -> changed("is", value));
    type = new ChoiceControl(TYPES, value -> changed("as", value.isEmpty() ? null : value));
    Button close = Icons.button("mdal-close", "Remove this condition", remove);
    close.setMinWidth(USE_PREF_SIZE);
    lower = new HBox(operator.view(), right, close);
    lower.getStyleClass().add("condition-lower");
    lower.setAlignment(Pos.TOP_LEFT);
    Region choice = (Region) operator.view();
    choice.setPrefWidth(160);
    choice.setMinWidth(110);
    right.setMinWidth(0);
    right.setPrefWidth(120);
    HBox.setHgrow(choice, Priority.SOMETIMES);
    HBox.setHgrow(right, Priority.ALWAYS);
    Region types = (Region) type.view();
    types.setPrefWidth(110);
    types.setMinWidth(90);
    left.setMinWidth(0);
    HBox.setHgrow(left, Priority.ALWAYS);
    HBox upper = new HBox(left, types);
    upper.getStyleClass().add("condition-upper");
    getChildren().add(upper);
    leftProblems = new ProblemLines(context, path + ".left", left::tells);
    getChildren().add(leftProblems);
    getChildren().add(lower);
    rightProblems = new ProblemLines(context, path + ".right", right::tells);
    getChildren().add(rightProblems);
    getChildren().add(new ProblemLines(context, path + ".is", problem -> false));
    getChildren().add(new ProblemLines(context, path, problem -> false));
  }

  private ValueSlot slot(String name, String label, String path, SettingsContext context) {
    Property property = Property.of(name, label, PropertyKind.text());
    Site site = new Site(property, path + "." + name, context, value -> changed(name, value));
    return new ValueSlot(site, new PlainControl(site));
  }

  /** Shows a condition. */
  void show(JsonObject shown) {
    condition = shown;
    left.show(shown.get("left"));
    right.show(shown.get("right"));
    leftProblems.show();
    rightProblems.show();
    operator.show(Objects.requireNonNullElse(shown.get("is"), Operator.EQUALS.id()));
    type.show(Objects.requireNonNullElse(shown.get("as"), ""));
    boolean takesRight =
        Operator.ofId(String.valueOf(shown.get("is"))).map(Operator::takesRight).orElse(true);
    right.setVisible(takesRight);
    right.setManaged(takesRight);
  }

  /** Puts the focus into the left value. */
  void focusLeft() {
    left.focusValue();
  }

  private void changed(String name, @Nullable Object value) {
    JsonObject next =
        value == null && !name.equals("left")
            ? condition.without(name)
            : condition.with(name, value);
    if (name.equals("is")
        && !Operator.ofId(String.valueOf(value)).map(Operator::takesRight).orElse(true)) {
      next = next.without("right");
    }
    condition = next;
    report.accept(next);
  }
}
