package io.concertmaster.designer.inspector;

import io.concertmaster.node.Operator;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Conditions, one below the other, with a button that adds one. */
final class ConditionsControl implements PropertyControl {
  private final Site site;
  private final VBox rows = new VBox();
  private final VBox view;
  private final List<ConditionRow> shown = new ArrayList<>();
  private List<JsonObject> conditions = List.of();

  ConditionsControl(Site site) {
    this.site = site;
    rows.getStyleClass().add("conditions");
    Button add = new Button("+ Add condition");
    add.getStyleClass().setAll("text-button");
    add.setOnAction(event -> add());
    view = new VBox(rows, add);
    view.getStyleClass().add("entries");
  }

  @Override
  public Node view() {
    return view;
  }

  @Override
  public void show(@Nullable Object value) {
    conditions = Literals.objects(value);
    while (shown.size() > conditions.size()) {
      shown.removeLast();
      rows.getChildren().removeLast();
    }
    while (shown.size() < conditions.size()) {
      ConditionRow row = row(shown.size());
      shown.add(row);
      rows.getChildren().add(row);
    }
    for (int i = 0; i < conditions.size(); i++) {
      shown.get(i).show(conditions.get(i));
    }
  }

  private ConditionRow row(int index) {
    return new ConditionRow(
        site.path() + "[" + index + "]",
        site.context(),
        condition -> {
          List<JsonObject> next = new ArrayList<>(conditions);
          next.set(index, condition);
          report(next);
        },
        () -> {
          List<JsonObject> next = new ArrayList<>(conditions);
          next.remove(index);
          site.context().alone(() -> report(next));
        });
  }

  private void add() {
    List<JsonObject> next = new ArrayList<>(conditions);
    next.add(JsonObject.of("left", "=", "is", Operator.EQUALS.id()));
    site.context().alone(() -> report(next));
    if (shown.size() == next.size()) {
      shown.getLast().focusLeft();
    }
  }

  private void report(List<JsonObject> next) {
    conditions = next;
    site.report().accept(JsonArray.copyOf(next));
  }

  @Override
  public void focus() {
    if (!shown.isEmpty()) {
      shown.getFirst().focusLeft();
    }
  }
}
