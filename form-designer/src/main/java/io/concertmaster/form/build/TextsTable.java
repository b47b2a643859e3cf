package io.concertmaster.form.build;

import io.concertmaster.form.view.LinesArea;
import io.concertmaster.model.form.FormTexts;
import io.concertmaster.model.form.TextKeys;
import io.concertmaster.model.form.TextKeys.TextKey;
import io.concertmaster.model.form.edit.SetText;
import io.concertmaster.node.data.JsonObject;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** All texts of a form in all its languages; missing ones are marked. */
final class TextsTable extends VBox {
  private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");

  private static final int MOST_ROWS = 12;

  /** What {@link TextKey#what} calls words that people write in paragraphs. */
  private static final Set<String> LONG = Set.of("Text", "Description");

  private final Building building;
  private final Label summary = new Label();
  private final GridPane grid = new GridPane();
  private final Map<Cell, TextInputControl> cells = new LinkedHashMap<>();
  private List<TextKey> keys = List.of();
  private List<String> languages = List.of();
  private Set<String> tall = Set.of();
  private boolean refreshing;

  private record Cell(String key, String language) {}

  TextsTable(Building building) {
    this.building = building;
    getStyleClass().add("texts-table");
    Label title = new Label("Texts");
    title.getStyleClass().add("panel-title");
    summary.getStyleClass().add("muted");
    summary.setId("texts-summary");
    VBox head = new VBox(title, summary);
    head.getStyleClass().add("view-head");
    grid.getStyleClass().add("grid");
    ScrollPane scroll = new ScrollPane(grid);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.AS_NEEDED);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(head, scroll);
  }

  /** Shows the texts as they are now. */
  void draw() {
    List<TextKey> now = TextKeys.of(building.form());
    List<String> there = FormTexts.languages(building.form());
    boolean others = !names(now).equals(names(keys)) || !there.equals(languages);
    Set<String> several = severalLines(now);
    if (others || !tall.containsAll(several)) {
      keys = now;
      languages = there;
      tall = several; // one that has lost its lines keeps its area: somebody may be typing there
      build();
    }
    keys = now;
    refresh();
  }

  private static List<String> names(List<TextKey> keys) {
    return keys.stream().map(TextKey::key).toList();
  }

  /**
   * Keys of texts that have several lines in some language, or may well have them. A line of text
   * would lose all but what stands in one.
   */
  private Set<String> severalLines(List<TextKey> now) {
    Set<String> several = new HashSet<>();
    for (TextKey key : now) {
      if (LONG.contains(key.what()) || key.original().contains("\n")) {
        several.add(key.key());
      }
    }
    for (Object language : building.form().texts().values()) {
      if (language instanceof JsonObject texts) {
        texts.forEach((key, text) -> {
          if (text instanceof String words && words.contains("\n")) {
            several.add(key);
          }
        });
      }
    }
    return several;
  }

  private void build() {
    grid.getChildren().clear();
    grid.getColumnConstraints().clear();
    cells.clear();
    ColumnConstraints name = new ColumnConstraints(88, 220, 280);
    grid.getColumnConstraints().add(name);
    grid.add(heading("Text"), 0, 0);
    for (int column = 0; column < languages.size(); column++) {
      ColumnConstraints width = new ColumnConstraints(88, 220, Double.MAX_VALUE);
      width.setHgrow(Priority.ALWAYS);
      grid.getColumnConstraints().add(width);
      grid.add(heading(FormRows.name(languages.get(column))), column + 1, 0);
    }
    for (int row = 0; row < keys.size(); row++) {
      TextKey key = keys.get(row);
      Label label = new Label(key.key());
      label.getStyleClass().add("text-key");
      label.setTooltip(new Tooltip(key.what() + " · " + key.key()));
      grid.add(label, 0, row + 1);
      for (int column = 0; column < languages.size(); column++) {
        grid.add(cell(key, languages.get(column)), column + 1, row + 1);
      }
    }
  }

  private static Label heading(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("column-heading");
    return label;
  }

  private TextInputControl cell(TextKey key, String language) {
    TextInputControl field =
        tall.contains(key.key()) ? LinesArea.growing(1, MOST_ROWS) : new TextField();
    field.setId("text-" + language + "-" + key.key());
    field.setAccessibleText(key.key() + " in " + FormRows.name(language));
    field.setMinWidth(0);
    field
        .focusedProperty()
        .addListener((property, was, is) -> {
          if (is) {
            key.of().ifPresent(building::choose);
          }
        });
    field
        .textProperty()
        .addListener((property, was, is) -> {
          if (!refreshing) {
            building.make(
                SetText.ofKey(key.key(), language, is), "text " + language + " " + key.key());
          }
        });
    cells.put(new Cell(key.key(), language), field);
    return field;
  }

  private void refresh() {
    refreshing = true;
    int missing = 0;
    try {
      for (TextKey key : keys) {
        for (String language : languages) {
          missing += show(key, language) ? 1 : 0;
        }
      }
    } finally {
      refreshing = false;
    }
    summary.setText(
        missing == 0
            ? keys.size() + " texts, none missing"
            : keys.size() + " texts, " + missing + " missing");
  }

  /** Whether the text is missing there. */
  private boolean show(TextKey key, String language) {
    TextInputControl field = cells.get(new Cell(key.key(), language));
    if (field == null) {
      return false;
    }
    String text =
        building.form().texts().get(language) instanceof JsonObject texts
                && texts.get(key.key()) instanceof String there
            ? there
            : "";
    if (!field.getText().equals(text)) {
      field.setText(text);
    }
    boolean own = language.equals(languages.getFirst());
    String instead =
        FormTexts.of(building.form(), List.of()).find(key.key()).orElse(key.original());
    boolean missing = text.isBlank() && !(own && !key.original().isBlank()) && !instead.isBlank();
    field.setPromptText(own ? key.original() : missing ? "missing: " + instead : "");
    field.pseudoClassStateChanged(MISSING, missing);
    return missing;
  }
}
