package io.concertmaster.form.build;

import io.concertmaster.model.form.FieldKind;
import io.concertmaster.model.form.FormElement;
import io.concertmaster.model.form.FormElement.Field;
import io.concertmaster.model.form.FormLayout;
import io.concertmaster.model.form.PlainCondition;
import io.concertmaster.model.form.PlainCondition.Comparison;
import io.concertmaster.model.form.Requirement;
import io.concertmaster.model.form.Rule;
import io.concertmaster.model.form.edit.SetRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The rules of an element, in plain words made with pickers. */
final class RuleCards extends VBox {
  private final Building building;
  private final FormElement element;
  private Told told;

  /** The rules of which the cards tell. */
  private record Told(Optional<Rule> rule, List<Requirement> required) {}

  RuleCards(Building building, FormElement element) {
    this.building = building;
    this.element = element;
    this.told = now();
    getStyleClass().add("property-rows");
    draw();
  }

  /** How many rules an element has. */
  static int count(Building building, FormElement element) {
    int required = element instanceof Field field ? Requirements.about(building, field).size() : 0;
    return required + (element.rule().isPresent() ? 1 : 0);
  }

  /** The fields of which a rule of an element may speak: those beside it first. */
  static List<Field> askable(Building building, FormElement element) {
    FormLayout layout = building.layout();
    List<Field> fields = new ArrayList<>();
    var around = element.at();
    while (!around.isRoot()) {
      boolean entry = around.last() == io.concertmaster.model.form.ElementPath.DETAIL;
      if (entry) {
        layout.element(around).map(FormLayout::fields).ifPresent(fields::addAll);
      }
      around = around.parent();
    }
    fields.addAll(layout.fields());
    fields.removeIf(each ->
        element.at().holds(each.at())
            || each.kind() == FieldKind.REPEATED
            || each.kind() == FieldKind.FILE
            || each.kind() == FieldKind.OTHER);
    return fields;
  }

  private Told now() {
    FormElement now = building.layout().element(element.at()).orElse(element);
    return new Told(
        now.rule(), now instanceof Field field ? Requirements.about(building, field) : List.of());
  }

  /** Whether the form has the rules that stand here: since they were drawn, or changed here. */
  boolean isCurrent() {
    return told.equals(now());
  }

  private void draw() {
    getChildren().clear();
    List<Field> fields = askable(building, element);
    FormElement now = building.layout().element(element.at()).orElse(element);
    now.rule().ifPresent(rule -> card(rule, fields));
    if (now instanceof Field field) {
      List<Requirement> required = Requirements.about(building, field);
      for (int i = 0; i < required.size(); i++) {
        card(field, required, i, beside(fields));
      }
    }
    if (fields.isEmpty()) {
      hint("Rules ask what another field says. Add a second field first.");
      return;
    }
    if (getChildren().isEmpty()) {
      hint(
          "No rules: it is always shown. A rule can show, hide or enable it, or ask for it, depending"
              + " on what another field says.");
    }
    getChildren().add(adding(now, fields));
  }

  private void hint(String text) {
    Label hint = new Label(text);
    hint.setWrapText(true);
    hint.setMinHeight(USE_PREF_SIZE);
    hint.getStyleClass().add("muted");
    getChildren().add(hint);
  }

  private void card(Rule rule, List<Field> fields) {
    getChildren()
        .add(
            new RuleCard(
                building,
                fields,
                effect(rule.effect()),
                rule.condition(),
                (effect, condition) -> {
                  building.make(
                      new SetRule(element.at(), Optional.of(new Rule(effect(effect), condition))),
                      element.at() + " rule");
                  told = now();
                },
                () -> building.make(new SetRule(element.at(), Optional.empty()))));
  }

  private void card(Field field, List<Requirement> all, int number, List<Field> fields) {
    getChildren()
        .add(
            new RuleCard(
                building,
                fields,
                "Require",
                all.get(number).when(),
                (effect, condition) -> {
                  // Another card may have changed its own since this one was drawn.
                  List<Requirement> changed = new ArrayList<>(Requirements.about(building, field));
                  changed.set(number, new Requirement(field.scope(), condition));
                  building.make(
                      Requirements.with(building, field, changed), element.at() + " require");
                  told = now();
                },
                () -> {
                  List<Requirement> left = new ArrayList<>(all);
                  left.remove(number);
                  building.make(Requirements.with(building, field, left));
                }));
  }

  private MenuButton adding(FormElement now, List<Field> fields) {
    MenuButton add = new MenuButton("Add rule", new FontIcon("mdal-add"));
    add.setId("rule-add");
    add.getStyleClass().add("flat");
    PlainCondition first = suggestion(fields.getFirst());
    if (now.rule().isEmpty()) {
      for (Rule.Effect effect : Rule.Effect.values()) {
        add.getItems()
            .add(
                item(
                    effect(effect) + " when …",
                    "rule-" + effect.name(),
                    () ->
                        building.make(
                            new SetRule(
                                element.at(), Optional.of(new Rule(effect, first.fits()))))));
      }
    }
    if (now instanceof Field field && field.kind() != FieldKind.CHECKBOX) {
      List<Field> beside = beside(fields);
      if (!beside.isEmpty()) {
        add.getItems()
            .add(
                item(
                    "Require when …",
                    "rule-REQUIRE",
                    () -> {
                      List<Requirement> all = new ArrayList<>(Requirements.about(building, field));
                      all.add(new Requirement(field.scope(), suggestion(beside.getFirst()).fits()));
                      building.make(Requirements.with(building, field, all));
                    }));
      }
    }
    add.setVisible(!add.getItems().isEmpty());
    return add;
  }

  /** The fields that lie in the same entry, or as the element in none. */
  private List<Field> beside(List<Field> fields) {
    List<Integer> own = entry(element.at().steps());
    return fields.stream().filter(each -> entry(each.at().steps()).equals(own)).toList();
  }

  private static List<Integer> entry(List<Integer> steps) {
    int detail = steps.lastIndexOf(io.concertmaster.model.form.ElementPath.DETAIL);
    return steps.subList(0, detail + 1);
  }

  private static MenuItem item(String text, String id, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setId(id);
    item.setOnAction(event -> action.run());
    return item;
  }

  /** A condition on a field with which to begin. */
  static PlainCondition suggestion(Field field) {
    return switch (field.kind()) {
      case SELECT, RADIO -> suggestion(field, Comparison.IS);
      case CHECKBOX -> new PlainCondition(field.scope(), Comparison.IS, true);
      case MULTI_SELECT -> suggestion(field, Comparison.HAS);
      case NUMBER, INTEGER, RATING -> new PlainCondition(field.scope(), Comparison.MORE_THAN, 0L);
      default -> new PlainCondition(field.scope(), Comparison.FILLED, null);
    };
  }

  /** Where nothing can be chosen, no value can be compared. */
  private static PlainCondition suggestion(Field field, Comparison comparison) {
    return field.choices().isEmpty()
        ? new PlainCondition(field.scope(), Comparison.FILLED, null)
        : new PlainCondition(field.scope(), comparison, field.choices().getFirst().value());
  }

  private static String effect(Rule.Effect effect) {
    return switch (effect) {
      case SHOW -> "Show";
      case HIDE -> "Hide";
      case ENABLE -> "Enable";
      case DISABLE -> "Disable";
    };
  }

  private static Rule.Effect effect(String word) {
    return Rule.Effect.valueOf(word.toUpperCase(java.util.Locale.ROOT));
  }
}
