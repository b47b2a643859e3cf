package io.concertmaster.form.build;

import io.concertmaster.forms.TypedNumber;
import io.concertmaster.model.form.Choice;
import io.concertmaster.model.form.FieldKind;
import io.concertmaster.model.form.FormElement.Field;
import io.concertmaster.model.form.PlainCondition;
import io.concertmaster.model.form.PlainCondition.Comparison;
import io.concertmaster.model.form.Rule.All;
import io.concertmaster.model.form.Rule.Any;
import io.concertmaster.model.form.Rule.Condition;
import io.concertmaster.model.form.Rule.Fits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** One rule as a sentence: “Show this when Delivery is Send it to us”. */
final class RuleCard extends VBox {
  private final Building building;
  private final List<Field> fields;
  private final BiConsumer<String, Condition> changed;
  private String effect;
  private List<PlainCondition> plain = new ArrayList<>();
  private boolean all;

  RuleCard(
      Building building,
      List<Field> fields,
      String effect,
      Condition condition,
      BiConsumer<String, Condition> changed,
      Runnable removed) {
    this.building = building;
    this.fields = fields;
    this.effect = effect;
    this.changed = changed;
    getStyleClass().add("rule-card");
    Optional<List<PlainCondition>> read = read(condition);
    all = !(condition instanceof Any);
    HBox head = head(removed);
    getChildren().add(head);
    if (read.isEmpty()) {
      Label words =
          new Label(
              new RuleWords(fields, building.texts()).condition(condition)
                  + " – written by hand in the file; here it can only be deleted.");
      words.setWrapText(true);
      getChildren().add(words);
      return;
    }
    plain = new ArrayList<>(read.get());
    for (int i = 0; i < plain.size(); i++) {
      getChildren().add(line(i));
    }
    Button and = new Button("Add condition", new FontIcon("mdal-add"));
    and.setId("rule-and");
    and.getStyleClass().addAll("flat", "link-button");
    and.setDisable(fields.isEmpty());
    and.setOnAction(event -> {
      plain.add(RuleCards.suggestion(fields.getFirst()));
      tell();
    });
    getChildren().add(and);
  }

  private static Optional<List<PlainCondition>> read(Condition condition) {
    List<Condition> parts =
        switch (condition) {
          case All every -> every.conditions();
          case Any one -> one.conditions();
          case Fits fits -> List.of(fits);
        };
    List<PlainCondition> plain = new ArrayList<>();
    for (Condition each : parts) {
      Optional<PlainCondition> one = PlainCondition.of(each);
      if (one.isEmpty()) {
        return Optional.empty();
      }
      plain.add(one.get());
    }
    return plain.isEmpty() ? Optional.empty() : Optional.of(plain);
  }

  private HBox head(Runnable removed) {
    Node what;
    if (effect.equals("Require")) {
      what = new Label("Require this when");
    } else {
      ComboBox<String> effects = new ComboBox<>();
      effects.getItems().setAll("Show", "Hide", "Enable", "Disable");
      effects.setValue(effect);
      effects.setId("rule-effect");
      effects.setAccessibleText("What the rule does");
      Pick.listen(
          effects,
          is -> {
            effect = is;
            tell();
          });
      what = new HBox(8, effects, new Label("this when"));
      ((HBox) what).setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    }
    Button remove = new Button(null, new FontIcon("mdal-close"));
    remove.getStyleClass().addAll("flat", "form-icon");
    remove.setAccessibleText("Delete this rule");
    remove.setTooltip(new Tooltip("Delete this rule"));
    remove.setOnAction(event -> removed.run());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox head = new HBox(8, what, space, remove);
    head.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    return head;
  }

  private FlowPane line(int number) {
    PlainCondition condition = plain.get(number);
    Optional<Field> field =
        fields.stream().filter(each -> each.scope().equals(condition.field())).findFirst();
    FlowPane line = new FlowPane(6, 6);
    line.getStyleClass().add("rule-line");
    if (number > 0) {
      ComboBox<String> joiner = new ComboBox<>();
      joiner.getItems().setAll("and", "or");
      joiner.setValue(all ? "and" : "or");
      joiner.setAccessibleText("How the conditions count together");
      Pick.listen(
          joiner,
          is -> {
            all = is.equals("and");
            tell();
          });
      line.getChildren().add(joiner);
    }
    line.getChildren().add(fieldPicker(number, field));
    field.ifPresent(each -> {
      line.getChildren().add(comparisonPicker(number, each));
      if (condition.comparison().hasValue()) {
        line.getChildren().add(valuePicker(number, each));
      }
    });
    if (plain.size() > 1) {
      Button less = new Button(null, new FontIcon("mdal-close"));
      less.getStyleClass().addAll("flat", "form-icon");
      less.setAccessibleText("Delete this condition");
      less.setOnAction(event -> {
        plain.remove(number);
        tell();
      });
      line.getChildren().add(less);
    }
    return line;
  }

  private Node fieldPicker(int number, Optional<Field> field) {
    ComboBox<Field> box = new ComboBox<>();
    box.getItems().setAll(fields);
    box.setConverter(shown(each -> building.texts().label(each)));
    box.setValue(field.orElse(null));
    box.setPromptText(plain.get(number).field().last());
    box.setId("rule-field-" + number);
    box.setMaxWidth(220);
    box.setAccessibleText("The field that is asked");
    box.getStyleClass().add("rule-pill");
    Pick.listen(
        box,
        is -> {
          plain.set(number, RuleCards.suggestion(is));
          tell();
        });
    return box;
  }

  private Node comparisonPicker(int number, Field field) {
    ComboBox<Comparison> box = new ComboBox<>();
    box.getItems().setAll(comparisons(field));
    box.setConverter(shown(Comparison::words));
    box.setValue(plain.get(number).comparison());
    box.setId("rule-comparison-" + number);
    box.setAccessibleText("How it is compared");
    Pick.listen(
        box,
        is -> {
          PlainCondition now = plain.get(number);
          Object value = now.value() == null ? RuleCards.suggestion(field).value() : now.value();
          plain.set(
              number,
              new PlainCondition(
                  now.field(), is, is.hasValue() ? (value == null ? "" : value) : null));
          tell();
        });
    return box;
  }

  private static List<Comparison> comparisons(Field field) {
    return switch (field.kind()) {
      case NUMBER, INTEGER, RATING ->
          List.of(
              Comparison.IS,
              Comparison.IS_NOT,
              Comparison.MORE_THAN,
              Comparison.AT_LEAST,
              Comparison.LESS_THAN,
              Comparison.AT_MOST,
              Comparison.FILLED,
              Comparison.EMPTY);
      case MULTI_SELECT -> List.of(Comparison.HAS, Comparison.FILLED, Comparison.EMPTY);
      case CHECKBOX -> List.of(Comparison.IS);
      default -> List.of(Comparison.IS, Comparison.IS_NOT, Comparison.FILLED, Comparison.EMPTY);
    };
  }

  private Node valuePicker(int number, Field field) {
    PlainCondition condition = plain.get(number);
    if (field.kind() == FieldKind.CHECKBOX) {
      return pick(
          number,
          List.of(new Choice(true, "ticked"), new Choice(false, "not ticked")),
          Choice::title);
    }
    if (!field.choices().isEmpty()) {
      return pick(number, field.choices(), choice -> building.texts().choice(field, choice));
    }
    TextField text = new TextField(new Choice(condition.value(), "").word());
    text.setPrefColumnCount(8);
    text.setId("rule-value-" + number);
    text.setAccessibleText("The value");
    boolean numeric =
        field.kind() == FieldKind.NUMBER
            || field.kind() == FieldKind.INTEGER
            || field.kind() == FieldKind.RATING;
    Complaint complaint = new Complaint(text);
    text.textProperty()
        .addListener((property, was, is) -> {
          Object value = numeric ? TypedNumber.read(is, "en") : is;
          boolean fits = !numeric || value instanceof Number;
          complaint.show(
              fits ? Optional.empty() : Optional.of("This is no number: write it as 12 or 2.5"));
          if (fits) {
            plain.set(
                number,
                new PlainCondition(condition.field(), plain.get(number).comparison(), value));
            tell();
          }
        });
    VBox box = new VBox(4, text, complaint);
    box.setFillWidth(false);
    return box;
  }

  private ComboBox<Choice> pick(
      int number, List<Choice> choices, java.util.function.Function<Choice, String> words) {
    PlainCondition condition = plain.get(number);
    ComboBox<Choice> box = new ComboBox<>();
    box.getItems().setAll(choices);
    box.setConverter(shown(words));
    box.setId("rule-value-" + number);
    box.setMaxWidth(220);
    box.setAccessibleText("The value");
    box.getStyleClass().add("rule-pill");
    box.setValue(
        choices.stream()
            .filter(each -> java.util.Objects.equals(each.value(), condition.value()))
            .findFirst()
            .orElse(null));
    Pick.listen(
        box,
        is -> {
          plain.set(
              number,
              new PlainCondition(condition.field(), plain.get(number).comparison(), is.value()));
          tell();
        });
    return box;
  }

  private static <T> StringConverter<T> shown(java.util.function.Function<T, String> words) {
    return new StringConverter<>() {
      @Override
      public String toString(@Nullable T value) {
        return value == null ? "" : words.apply(value);
      }

      @Override
      public T fromString(String text) {
        throw new UnsupportedOperationException("nothing is typed here");
      }
    };
  }

  private void tell() {
    List<Condition> conditions = plain.stream().map(each -> (Condition) each.fits()).toList();
    changed.accept(
        effect,
        conditions.size() == 1
            ? conditions.getFirst()
            : all ? new All(conditions) : new Any(conditions));
  }
}
