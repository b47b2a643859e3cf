package io.concertmaster.form.build;

import io.concertmaster.model.form.Choice;
import io.concertmaster.model.form.ElementPath;
import io.concertmaster.model.form.FormElement.Field;
import io.concertmaster.model.form.edit.FormBatch;
import io.concertmaster.model.form.edit.RenameChoice;
import io.concertmaster.model.form.edit.SetChoices;
import io.concertmaster.model.form.edit.SetText;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The choices of a field: for each its words in the language in sight, and its value in the data.
 */
final class ChoiceRows extends VBox {
  private final Building building;
  private final ElementPath at;
  private final VBox lines = new VBox();
  private List<TextField> words = List.of();
  private List<TextField> values = List.of();
  private List<Complaint> complaints = List.of();
  private boolean refreshing;

  ChoiceRows(Building building, ElementPath at) {
    this.building = building;
    this.at = at;
    getStyleClass().add("property-row");
    lines.getStyleClass().add("choice-lines");
    Label heading = new Label("Choices");
    heading.getStyleClass().add("property-label");
    Label aside = new Label("words · value in the data");
    aside.getStyleClass().add("muted");
    HBox head = new HBox(8, heading, aside);
    Button add = new Button("Add choice", new FontIcon("mdal-add"));
    add.setId("choice-add");
    add.getStyleClass().addAll("flat", "link-button");
    add.setOnAction(event -> add());
    getChildren().addAll(head, lines, add);
    refresh();
  }

  private Optional<Field> field() {
    return building.layout().element(at).filter(Field.class::isInstance).map(Field.class::cast);
  }

  private List<Choice> choices() {
    return field().map(Field::choices).orElse(List.of());
  }

  void refresh() {
    refreshing = true;
    try {
      List<Choice> choices = choices();
      if (choices.size() != words.size()) {
        draw(choices.size());
      }
      for (int i = 0; i < choices.size(); i++) {
        show(words.get(i), words(choices.get(i)));
        words.get(i).setPromptText(choices.get(i).title());
        show(values.get(i), choices.get(i).word());
        complaints.get(i).show(Optional.empty());
      }
    } finally {
      refreshing = false;
    }
  }

  private static void show(TextField field, String text) {
    if (!field.getText().equals(text)) {
      field.setText(text);
    }
  }

  private String words(Choice choice) {
    return building.form().texts().get(building.language().get()) instanceof JsonObject texts
            && texts.get(field().map(Field::key).orElse("") + "." + choice.word())
                instanceof String text
        ? text
        : "";
  }

  private void draw(int count) {
    words = new ArrayList<>();
    values = new ArrayList<>();
    complaints = new ArrayList<>();
    lines.getChildren().clear();
    for (int i = 0; i < count; i++) {
      lines.getChildren().add(line(i, count));
    }
  }

  private VBox line(int number, int count) {
    TextField word = new TextField();
    word.setId("choice-words-" + number);
    word.setAccessibleText("Words of choice " + (number + 1));
    TextField value = new TextField();
    value.setId("choice-value-" + number);
    value.setAccessibleText("Value of choice " + (number + 1));
    value.getStyleClass().add("mono");
    value.setPrefWidth(104);
    value.setMinWidth(64);
    word.setMinWidth(40);
    HBox.setHgrow(word, Priority.ALWAYS);
    word.textProperty().addListener((property, was, is) -> say(number, is));
    value.textProperty().addListener((property, was, is) -> rename(number, is));
    words.add(word);
    values.add(value);
    Button up = icon("mdal-arrow_upward", "Move choice " + (number + 1) + " up");
    up.setDisable(number == 0);
    up.setOnAction(event -> swap(number));
    Button remove = icon("mdal-close", "Delete choice " + (number + 1));
    remove.setDisable(count == 1);
    remove.setOnAction(event -> remove(number));
    HBox line = new HBox(4, word, value, up, remove);
    line.getStyleClass().add("choice-line");
    Complaint complaint = new Complaint(value);
    complaints.add(complaint);
    return new VBox(4, line, complaint);
  }

  private static Button icon(String literal, String says) {
    Button button = new Button(null, new FontIcon(literal));
    button.getStyleClass().addAll("flat", "form-icon");
    button.setAccessibleText(says);
    button.setTooltip(new Tooltip(says));
    return button;
  }

  private void say(int number, String text) {
    if (!refreshing) {
      String word = choices().get(number).word();
      building.make(
          SetText.of(at, word, building.language().get(), text), at + " choice " + number);
    }
  }

  private void rename(int number, String word) {
    if (!refreshing) {
      complaints
          .get(number)
          .show(
              word.isBlank()
                  ? Optional.of("A choice needs a value: it stands in the data")
                  : building.refusal(new RenameChoice(at, number, word), at + " value " + number));
    }
  }

  private void swap(int number) {
    List<Choice> changed = new ArrayList<>(choices());
    changed.add(number - 1, changed.remove(number));
    building.make(new SetChoices(at, changed));
  }

  private void remove(int number) {
    List<Choice> changed = new ArrayList<>(choices());
    changed.remove(number);
    building.make(new SetChoices(at, changed));
  }

  private void add() {
    List<Choice> changed = new ArrayList<>(choices());
    Choice another = field().map(Choice::another).orElseThrow();
    changed.add(another);
    building.make(
        new FormBatch(
            "Add choice",
            List.of(
                new SetChoices(at, changed),
                SetText.of(
                    at,
                    another.word(),
                    building.language().get(),
                    another.word().replaceFirst("^choice", "Choice ")))));
    refresh(); // the builder draws what changed later, and the new line is to have the keyboard
    words.getLast().requestFocus();
    words.getLast().selectAll();
  }
}
