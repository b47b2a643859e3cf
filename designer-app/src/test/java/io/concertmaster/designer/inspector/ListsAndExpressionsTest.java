package io.concertmaster.designer.inspector;

import static io.concertmaster.designer.picture.Screen.await;
import static io.concertmaster.designer.picture.Screen.first;
import static io.concertmaster.designer.picture.Screen.on;
import static io.concertmaster.designer.picture.Screen.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.designer.expression.ExpressionField;
import io.concertmaster.designer.expression.Outcome;
import io.concertmaster.designer.picture.Orders;
import io.concertmaster.designer.picture.Samples;
import io.concertmaster.designer.picture.Screen;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Optional;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

class ListsAndExpressionsTest {
  private final FxRobot robot = new FxRobot();
  private Orders orders;
  private InspectorPane pane;

  private void show(String node) {
    orders = on(() -> new Orders().ran(17));
    pane =
        Screen.show(
            () -> {
              orders.document.selectedNode().set(Optional.of(node));
              return new InspectorPane(orders.document, orders.engine);
            },
            400,
            760);
  }

  @Test
  void anExpressionShowsWhatItGivesForTheChosenItem() {
    show("check");
    ExpressionField field = on(() -> first(pane, ExpressionField.class));
    await("a value", () -> value(field) instanceof Double total && total == 18250.0);
    await("the result", () -> words().contains("→ 18250"));
    run(() -> button("›").fire());
    await("the value of the second item", () -> value(field) instanceof Double d && d == 1037.5);
    assertThat(on(this::words)).contains("item 2 of 1,204");
  }

  @Test
  void aFixedValueInWhichABlockIsOpenedBecomesAnExpressionAndTypingGoesOnThere() {
    show("check");
    TextField right = on(() -> first(Screen.id(pane, "condition-conditions[0]"), TextField.class));
    run(() -> {
      right.requestFocus();
      right.setText("at least  €");
      right.positionCaret("at least ".length());
      right.replaceSelection("{");
      right.replaceSelection("{");
    });
    await("an expression", () -> secondExpression().isPresent());
    ExpressionField field = on(() -> secondExpression().orElseThrow());
    assertThat(on(() -> field.editor().area().getCaretPosition()))
        .isEqualTo("at least {{".length());
    run(() -> field.editor().area().replaceText("at least {{ $json.total }} €"));
    await(
        "the expression is kept",
        () ->
            "=at least {{ $json.total }} €"
                .equals(((JsonObject) conditions().get(0)).get("right")));
  }

  private Optional<ExpressionField> secondExpression() {
    return pane.lookupAll(".expression-field").stream()
        .filter(ExpressionField.class::isInstance)
        .map(ExpressionField.class::cast)
        .skip(1)
        .findFirst();
  }

  @Test
  void aBadExpressionIsMarkedWhereItIsWrong() {
    show("check");
    ExpressionField field = on(() -> first(pane, ExpressionField.class));
    run(() -> field.editor().area().replaceText("{{ $json.total + * 2 }}"));
    await("an error", () -> field.outcome().orElse(null) instanceof Outcome.Wrong);
    int star = "{{ $json.total + *".length() - 1;
    assertThat(on(() -> field.editor().area().getStyleOfChar(star))).contains("mark");
    assertThat(on(() -> field.editor().area().getStyleOfChar(1))).doesNotContain("mark");
    assertThat(conditions().toString()).contains("+ * 2");
  }

  @Test
  void aConditionIsAddedChangedAndRemoved() {
    show("check");
    run(() -> button("+ Add condition").fire());
    assertThat(conditions()).hasSize(2);
    Node second = on(() -> Screen.id(pane, "condition-conditions[1]"));
    run(() ->
        first(second, ExpressionField.class).editor().area().replaceText("{{ $json.partner }}"));
    run(() -> first(second, TextField.class).setText("ACME"));
    assertThat(conditions().get(1))
        .isEqualTo(
            JsonObject.of("left", "={{ $json.partner }}", "is", "equals").with("right", "ACME"));
    run(() -> first(Screen.id(pane, "condition-conditions[0]"), TextField.class).setText("2.5"));
    assertThat(((JsonObject) conditions().get(0)).get("right")).isEqualTo(2.5);
    run(() -> removeOf("condition-conditions[0]").fire());
    assertThat(conditions()).hasSize(1);
    run(orders.document::undo);
    assertThat(conditions()).hasSize(2);
  }

  @Test
  void entriesAreAddedMovedAndRemoved() {
    show("every");
    run(() -> button("+ Add field").fire());
    run(() -> button("+ Add field").fire());
    run(() -> entryName(0).setText("first"));
    run(() -> entryName(1).setText("second"));
    assertThat(names()).containsExactly("first", "second");
    run(() -> buttonSaying("entry-entries[1]", "Move up").fire());
    assertThat(names()).containsExactly("second", "first");
    assertThat(on(() -> entryName(0).getText())).isEqualTo("second");
    run(() -> buttonSaying("entry-entries[0]", "Remove").fire());
    assertThat(names()).containsExactly("first");
    run(orders.document::undo);
    assertThat(names()).containsExactly("second", "first");
  }

  @Test
  void anInputFieldThatIsClickedGoesToTheFieldWithTheFocus() {
    show("check");
    await("the fields of the input", () -> !pane.lookupAll(".input-field").isEmpty());
    TextField right = on(() -> first(Screen.id(pane, "condition-conditions[0]"), TextField.class));
    run(right::requestFocus);
    robot.clickOn(on(() -> (Node) label("partner")));
    await("the expression", () -> conditions().toString().contains("{{ $json.partner }}"));
    assertThat(((JsonObject) conditions().get(0)).get("right")).isEqualTo("={{ $json.partner }}");
  }

  @Test
  void theNameIsChangedInPlaceAndExpressionsFollow() {
    show("check");
    TextField name = on(() -> (TextField) Screen.id(pane, "node-name"));
    run(() -> {
      name.requestFocus();
      name.setText("Large?");
      name.fireEvent(new ActionEvent());
    });
    assertThat(on(() -> orders.document.workflow().get().node("check").orElseThrow().name()))
        .isEqualTo("Large?");
    run(() -> {
      name.setText("Parse X12");
      name.fireEvent(new ActionEvent());
    });
    assertThat(on(this::words)).contains("Another node is called “Parse X12”");
    run(orders.document::undo);
    assertThat(on(() -> orders.document.workflow().get().node("check").orElseThrow().name()))
        .isEqualTo("Over 10,000?");
  }

  @Test
  void problemsStandAtTheirSetting() {
    show("check");
    run(() ->
        orders.document.show(List.of(Samples.error("check", "missing", "choose one of the two"))));
    assertThat(on(() -> labelsOf(Screen.id(pane, "property-missing"))))
        .contains("choose one of the two");
  }

  private Object value(ExpressionField field) {
    return field.outcome().orElse(null) instanceof Outcome.Value value ? value.value() : null;
  }

  private JsonArray conditions() {
    return on(() ->
        (JsonArray)
            orders
                .document
                .workflow()
                .get()
                .node("check")
                .orElseThrow()
                .parameters()
                .get("conditions"));
  }

  private List<Object> names() {
    return on(() ->
        ((JsonArray)
                orders
                    .document
                    .workflow()
                    .get()
                    .node("every")
                    .orElseThrow()
                    .parameters()
                    .get("entries"))
            .stream().map(each -> ((JsonObject) each).get("name")).toList());
  }

  private TextField entryName(int index) {
    return first(Screen.id(pane, "property-entries[" + index + "].name"), TextField.class);
  }

  private Button button(String text) {
    return (Button)
        Screen.find(pane, node -> node instanceof Button b && b.getText().equals(text))
            .orElseThrow();
  }

  private Button removeOf(String id) {
    return buttonSaying(id, "Remove this condition");
  }

  private Button buttonSaying(String id, String says) {
    return (Button)
        Screen.find(
                Screen.id(pane, id),
                node -> node instanceof Button b && says.equals(b.getAccessibleText()))
            .orElseThrow();
  }

  private Label label(String text) {
    return (Label)
        Screen.find(
                pane,
                node ->
                    node instanceof Label l
                        && l.getText().equals(text)
                        && l.getStyleClass().contains("field-name"))
            .orElseThrow();
  }

  private String words() {
    return labelsOf(pane);
  }

  private static String labelsOf(Node root) {
    StringBuilder all = new StringBuilder();
    Screen.find(
        root,
        node -> {
          if (node instanceof Label label) {
            all.append(label.getText()).append('\n');
          }
          return false;
        });
    return all.toString();
  }
}
