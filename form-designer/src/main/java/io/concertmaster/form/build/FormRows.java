package io.concertmaster.form.build;

import io.concertmaster.model.form.FormTexts;
import io.concertmaster.model.form.edit.RemoveLanguage;
import io.concertmaster.model.form.edit.SetFormName;
import io.concertmaster.model.form.edit.SetText;
import io.concertmaster.model.form.edit.SetTheme;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The properties of the form as a whole: its words, its languages, its colour. */
final class FormRows {
  private final Building building;
  private final Rows rows = new Rows();
  private final VBox languages = new VBox();

  FormRows(Building building) {
    this.building = building;
    text("Title", "form.title");
    rows.area(
        "What it is about",
        1,
        "property-form-description",
        () -> words("form.description"),
        typed -> setWords("form.description", typed));
    rows.line(
        "Name among your files",
        "property-name",
        () -> building.form().name(),
        typed -> building.refusal(new SetFormName(typed), "form name"));
    text("Button that sends it", "form.submit");
    rows.line(
        "Accent colour",
        "property-accent",
        () -> building.form().theme().get("accent") instanceof String text ? text : "",
        typed -> building.refusal(new SetTheme("accent", typed.strip()), "accent"));
    rows.getChildren().getLast().getStyleClass().add("mono");
    languages.getStyleClass().add("language-lines");
    Label heading = new Label("Languages");
    heading.getStyleClass().add("property-label");
    VBox block = new VBox(heading, languages, adding());
    block.getStyleClass().add("property-row");
    rows.add(block, this::drawLanguages);
    drawLanguages();
  }

  Rows rows() {
    return rows;
  }

  private void text(String label, String key) {
    rows.line(
        label,
        "property-" + key.replace('.', '-'),
        () -> words(key),
        typed -> setWords(key, typed));
  }

  private String words(String key) {
    return building.form().texts().get(building.language().get()) instanceof JsonObject texts
            && texts.get(key) instanceof String text
        ? text
        : "";
  }

  private Optional<String> setWords(String key, String typed) {
    return building.refusal(SetText.ofKey(key, building.language().get(), typed), "form " + key);
  }

  private void drawLanguages() {
    List<String> all = FormTexts.languages(building.form());
    languages.getChildren().clear();
    for (int i = 0; i < all.size(); i++) {
      String tag = all.get(i);
      Label name = new Label(name(tag) + (i == 0 ? " – the form is made in it" : ""));
      name.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(name, Priority.ALWAYS);
      Button remove = new Button(null, new FontIcon("mdal-close"));
      remove.getStyleClass().addAll("flat", "form-icon");
      remove.setAccessibleText("Delete " + name(tag));
      remove.setTooltip(new Tooltip("Delete " + name(tag) + " and its texts"));
      remove.setDisable(all.size() == 1);
      remove.setOnAction(event -> building.make(new RemoveLanguage(tag)));
      HBox line = new HBox(8, name, remove);
      line.getStyleClass().add("language-line");
      languages.getChildren().add(line);
    }
  }

  /** A language as English speaks of it, with its tag. */
  static String name(String tag) {
    String name = Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH);
    return name.isEmpty() || name.equals(tag) ? tag : name + " (" + tag + ")";
  }

  private Region adding() {
    TextField tag = new TextField();
    tag.setId("language-tag");
    tag.setPromptText("de, fr, pt-BR …");
    tag.setAccessibleText("Short name of a language");
    Button add = new Button("Add language", new FontIcon("mdal-add"));
    add.setId("language-add");
    add.setMinWidth(Region.USE_PREF_SIZE);
    Complaint complaint = new Complaint(tag);
    tag.textProperty().addListener((property, was, is) -> complaint.show(Optional.empty()));
    Runnable action =
        () -> {
          Optional<String> refusal = building.addLanguage(tag.getText().strip());
          complaint.show(refusal);
          if (refusal.isEmpty()) {
            tag.clear();
          }
        };
    add.setOnAction(event -> action.run());
    tag.setOnAction(event -> action.run());
    HBox.setHgrow(tag, Priority.ALWAYS);
    return new VBox(4, new HBox(8, tag, add), complaint);
  }
}
